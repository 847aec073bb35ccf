/** What people might write where nobody is in danger: examples, written for these tests, about nobody. */
export const harmlessExamples: readonly string[] = `
The receptionist was kind and found me an appointment the same day.
I waited forty minutes past my time and nobody said why.
The dentist explained every step before she did it.
Parking is a nightmare and costs too much.
My mother likes the garden and the staff sit with her there.
The food was cold when it reached the ward.
I could not get through on the phone for three days.
The pharmacist noticed two of my tablets do not go together.
They lost my referral letter and I had to start again.
The nurse who took my blood was gentle and funny.
It took six weeks to get the results of a simple test.
The waiting room was clean and bright.
Nobody told us visiting hours had changed.
The carers are always rushed but they smile.
My chest infection last year was treated very well.
Dad had a stroke in 2019 and the ward was wonderful.
The physiotherapist gave me exercises that really help.
The new online system is hard for older people.
I was dying to thank the midwife who stayed after her shift.
Those scones at the day centre are to die for.
The consultant hit the nail on the head.
I felt in safe hands from the start.
The lift was broken and I walked up four floors.
The optician was patient while I chose my frames.
They changed my medicine without telling me.
The discharge letter went to my old surgery.
I was seen quickly and sent home with a leaflet.
The home smells fresh and the rooms are warm.
The hearing aid clinic is always running late.
My daughter was nervous but the nurse made her laugh.
The toilets on the second floor need cleaning more often.
The doctor looked at the screen and not at me.
I had to repeat my story to five different people.
They spoke to my husband instead of to me.
An interpreter was booked and did not come.
The text reminders are very useful.
The out of hours service called back within an hour.
My blood pressure tablets were delivered on time.
The ward was noisy at night and nobody could sleep.
The chair in the waiting room hurt my back.
The injection hurt a bit but the nurse warned me.
The pain was killing me until the clinic sorted it out.
My hip was killing me for months before the operation.
I nearly died of embarrassment when my name was shouted out.
The queue was beaten by coming early.
You cannot beat this practice for kindness.
The team beat all my expectations.
The ambulance crew were calm and professional.
The paramedics came in ten minutes and reassured us.
My father collapsed in May and the ambulance was quick; he is well now.
She fell in the garden in spring and they called us at once.
The falls team visited and fitted a rail.
The carer broke a cup and told us straight away.
They hit their target for waiting times, the poster says.
The budget cuts hit the day centre hard.
The district nurse dressed my leg every other day.
The wound healed well.
My ulcer is much better thanks to the tissue nurse.
The bed was comfortable and the sheets were changed daily.
Lunch was late but hot.
My gran loves the singing on Fridays.
The activities lady is a star.
There is not enough to do at weekends.
The television in the lounge is too loud.
The manager answers emails the same day.
I complained about the bill and it was put right.
The website said open but the door was locked.
The door was locked when I came at one, as they close for lunch.
The car park gate was locked at six.
We were locked out of the online account after three tries.
The form asks the same question twice.
My notes had somebody else's address.
The letter had my name spelled wrong.
The student nurse asked if she could watch, which was polite.
The GP listened and did not hurry me.
I wish there were more evening appointments.
I wish I was seen by the same doctor each time.
A different doctor each visit makes it hard.
The repeat prescription took nine days.
The chemist was out of stock twice.
They ordered it in and rang me when it came.
The diabetic eye check was quick.
The podiatrist was excellent.
The sign to the X-ray department is confusing.
The scan was explained well.
I was worried before the scan, and the staff calmed me.
I was frightened of needles and they were patient with me.
I was scared before my operation and the nurse held my hand.
She held my hand the whole time.
My son is afraid of dentists and they were lovely with him.
Children are welcome and there is a box of toys.
The children's ward has a play leader who is wonderful.
The health visitor gave good advice about sleep.
The baby was weighed and is doing fine.
The midwife answered every question.
My baby was fed by cup for two days and the nurses helped.
Breastfeeding support was the best part.
The birth was long but everyone was encouraging.
The school nurse came about the vaccines.
My child with autism was given a quiet room.
The receptionist offered a double appointment without being asked.
They have a hearing loop and it works.
Large print letters would help me.
The step at the entrance is difficult with a wheelchair.
The ramp is steep.
The accessible toilet was used as a store room.
The blood test was over before I noticed.
I bled a little after the extraction and the leaflet told me what to do.
The bleeding stopped soon, as the dentist had said.
A tooth was pulled and it did not hurt.
My crown fell out and they saw me the next day.
The bill was higher than the estimate.
The private clinic was pleasant but dear.
My insurance form was filled in wrongly.
The care plan was reviewed with us in the room.
We were asked what Mum likes to eat.
She is offered drinks all day.
He eats well and has put on weight.
The portions are small.
There is no vegetarian choice on Sundays.
The tea trolley is the best moment of the day.
The night staff check quietly with a torch.
The call bell is answered quickly most days.
The call bell took twenty minutes once and they apologised.
The agency staff do not know the residents yet.
The carers come at different times each day, which is confusing.
My carer stayed an extra ten minutes to finish the washing up.
The rota changes without notice.
The carer forgot the milk and came back with it.
We have the same two carers and that is a blessing.
The social worker explained the costs.
The assessment took months to arrange.
The council has not answered my letter about the charges.
I would like to thank everyone on Ward 4.
The cleaner always says good morning.
The porter told jokes all the way to theatre.
The surgeon drew a picture so that I understood.
The anaesthetist was reassuring.
I woke up from the operation to a kind face.
The stitches came out yesterday.
My knee is as good as new.
The pre-operation clinic was well organised.
My operation was cancelled twice.
It was cancelled on the morning after I had fasted.
The waiting list is eighteen months.
I was moved between three wards in two days.
Nobody knew where my glasses had gone.
My slippers were lost in the move.
The hearing aids went missing and were found in the laundry.
The laundry mixes up the clothes.
The hairdresser comes on Tuesdays.
The chaplain visited and it meant a lot.
The bereavement nurse rang us a month after Dad died, which was thoughtful.
My husband died in the hospice and the care was full of love.
She died peacefully and the staff were with her.
The hospice garden is beautiful.
The palliative team came to the house every day.
We were able to say goodbye.
The counsellor helped me through a bad year.
The talking therapy was six sessions and I needed more.
The waiting time for counselling is too long.
I had panic attacks and the nurse taught me to breathe slowly.
The breathing exercises from the clinic work.
My inhaler was changed and I breathe better.
The asthma check was done by video.
I had chest pain last winter and the clinic ruled everything out.
The heart clinic explained my tracing.
My heart tablets were doubled and I feel fine.
The cardiac rehab group is good company.
My stroke group meets on Thursdays.
The seizure nurse answers her phone.
My epilepsy medicine was in stock.
The memory clinic was respectful to my wife.
The dementia café is a lifeline.
The staff dressed up for the residents' party.
The manager has been there twelve years and it shows.
The new owners have painted the hall.
The heating was off for two days in March.
The window in her room does not open.
There is a draught in the dining room.
The smoke alarm was tested while we were there.
The staff wear masks when they have a cold.
Hand gel is at every door.
I caught a cold in the waiting room.
The vaccine clinic ran like clockwork.
My arm was sore for a day after the jab.
I was asked for feedback and nothing changed.
They thanked me for my complaint and changed the leaflet.
The poster about rights is by the door.
I was asked for consent before each step.
The chaperone poster is clear and I was offered one.
The curtain was not closed properly while I changed.
I would have liked a female doctor.
I was called by my first name without being asked.
They use the right name for my daughter now.
The doctor was sharp with me and I left feeling small.
The receptionist was rude about my accent.
I felt judged about my weight.
I felt listened to for the first time.
Everything went well and I have nothing to add.
`.trim().split('\n');
