/** What people might write where somebody is in danger: examples, written for these tests, about nobody. */
export const dangerExamples: readonly string[] = `
I don’t want to live like this.
I want to end it.
I am thinking of ending my life.
She keeps saying she wants to go to sleep and not wake up.
I’ve had enough and can’t see a way out.
My son tried to take his own life on the ward.
He tried to hang himself.
I feel like killing myself.
She overdosed on the tablets they left by her bed.
I am cutting my arms again.
He has started to hurt himself.
The carer slaps mum when she thinks nobody sees.
He smacked my dad across the face.
A member of staff pushed him over.
She was thrown onto the bed.
They were rough with her and she has bruises on both arms.
He has a black eye and nobody can say why.
She has been hit by another resident.
A nurse twisted my arm.
They shout and swear at the residents every night.
The manager is taking money from her account.
Her bank card has gone missing and money has been taken.
They lock him in his room at night.
She is locked in her bedroom.
My husband hits me.
My partner is violent.
I am frightened to go home.
He rapes me.
One of the carers touched her where he should not.
He put his hand up my skirt.
Mum was left on the floor all night.
She has been lying in her own faeces since the morning.
They have not given him any food for two days.
She gets no water and her lips are cracked.
He is very dehydrated and nobody helps.
Dad has a bedsore that goes down to the bone.
They tie him to the chair.
They give her pills to keep her quiet.
He said he would kill her.
Someone is going to get killed here.
He pulled a knife on the nurse.
I am having bad chest pain.
My mum can’t breathe properly.
He has collapsed and is not waking up.
She won’t wake up.
My baby is not breathing.
He is fitting and nobody comes.
The stepfather hits the little boy.
My uncle touches me.
A child here is being hurt.
The toddler has burns on his legs.
The little ones are left on their own at night.
She is not safe there.
People are going to die on this ward.
They ignored her call bell and she fell and broke her hip.
I have nothing left and I am going to kill myself tonight.
Nobody would miss me if I was gone.
I wish I was dead.
He told the nurse he wants to end his life.
She has been hoarding tablets to take them all.
I took all my tablets.
He is hurting himself with a blade.
My brother cuts himself every day.
A carer grabbed her by the hair.
They dragged him out of bed by his feet.
Mum flinches when the night carer comes in.
She told me the nurse slapped her.
My dad was punched by another patient and nobody wrote it down.
There are finger marks on her neck.
Her arms are covered in bruises.
The staff laugh at her and call her names.
They threaten to put her out if she complains.
The carer is stealing from my mother.
Her rings were taken off her fingers.
My ex has found out where I live and I am terrified.
He will not let me leave the house.
He controls my money and my phone.
My husband beats me and the GP told him what I said.
He forced himself on me.
She says the man in the next room comes into her bed.
A care worker exposed himself to the residents.
Dad was sitting in his own urine when we arrived.
They leave him in a wet bed all night.
The residents are hungry and there is no food in the kitchen.
Nobody gave her insulin for two days.
She is so thin, they are starving her.
He has an open sore on his heel that smells.
They strap her into the chair all day.
They hold him down to wash him.
She is being drugged so that she sleeps.
A man on the ward has a knife.
He said he is going to hurt someone.
I do not feel safe here.
I have chest pain and my arm is numb.
My wife is having a stroke and nobody answers.
He can’t get his breath and his lips are blue.
She has swallowed bleach.
There is blood everywhere and it won’t stop bleeding.
My neighbour hits her children.
The boy in the flat below is being beaten.
My mum’s boyfriend touches me at night.
The foster carers leave the kids alone all weekend.
A girl of 14 is being groomed by a member of staff.
My little sister is not being fed.
I am scared of what he will do to the baby.
I don’t think I can carry on much longer.
My mum has written a suicide note.
She has been scratching her arms until they bleed.
The night nurse slapped my grandmother on the hand.
A carer kicked his leg when he would not move.
My sister has been beaten up by her carer.
He yells in their faces until they cry.
The care worker has been using her bank card.
They have locked the door so she cannot get out.
My boyfriend punched me and I am pregnant.
A doctor groped me during an examination.
She was found on the floor, cold and wet, at six in the morning.
His catheter bag had burst and he was lying in it.
They only give her one meal a day.
He has not had his heart tablets for a week.
There are maggots in his wound.
Staff sit on him to stop him moving.
She is tied in her wheelchair.
He says he has a gun at home.
I am frightened he will kill me.
My father is choking and the line is busy.
She has taken too many pills.
He is struggling to breathe and the GP will not come.
My newborn is floppy and will not feed.
A man is hanging around the children’s home and giving them presents.
The nursery worker shook my baby.
My stepdad comes into my room at night.
I saw a nurse drag a patient by the ankle.
They gave my son someone else’s insulin and he passed out.
We are scared to complain because she gets punished.
`.trim().split('\n');

/** What uses the same words where nobody is: names of services, idioms, care that went well. Examples, about nobody. */
export const nearMisses: readonly string[] = `
The pain relief worked within minutes and I slept well.
Their work on suicide prevention is outstanding.
The suicide prevention training poster hung in the corridor.
My son got help from the suicide bereavement group and it has been a lifeline.
We were killing time in the waiting room with a crossword.
The consultant really hit the nail on the head.
There was an abuse helpline leaflet by the door.
The domestic abuse leaflet in the toilets is a good idea.
The chest pain clinic was lovely.
The rapid access chest pain clinic saw me in ten days.
The self-harm team were kind and never rushed her.
I had a course on safeguarding and child protection last week.
The child protection conference was chaired well.
The stroke unit hit all of its targets.
My knee was killing me before the injection.
I could kill for a decent cup of tea there.
I nearly died laughing at the porter’s jokes.
The new parking charges are daylight robbery.
He was beaten to the last biscuit by the lady next to him.
The staff beat the heat by handing out ice lollies.
The practice manager was strangled by red tape.
The day room is locked in the evening.
She kicked the habit thanks to the stop smoking nurse.
The baby kicked and the midwife laughed with us.
Our vicar touched my heart when he visited.
The nurse touched her hand and told her it would be all right.
The physio pinned the exercise sheet to the wall.
My fracture was pinned and plated and has healed well.
The bruise from the blood test went after two days.
I had some bruising on my arm after the cannula, as they said I might.
My mother has a pressure sore which the district nurses have nearly healed.
The tissue viability nurse healed his pressure sores.
He was left in good hands.
They left the window open for fresh air.
She was not fed up at all, she loved it.
I was starving after the fast and the toast was heaven.
He had an overdose of kindness from the day centre.
The overdose training for pharmacists is useful.
I cannot go on holiday without my repeat prescription.
My dad was unconscious for the operation and woke up smiling.
The ambulance was called because she was unresponsive and they saved her life.
He had a seizure in 2020 and has had none since.
The wound clinic stopped the bleeding quickly.
She collapsed last year and was treated brilliantly.
The dentist was worried about gum disease, not about me.
I was afraid of the dentist as a child.
My wife was frightened of hospital and the staff calmed her.
They threatened to cancel my appointment if I was late.
The receptionist threatened to strike me off the list.
I feel my father is in danger of losing his place on the list.
The building is not safe in the snow.
I wanted to be here any time she needed me.
The kids were left alone in the play corner for a minute while I paid.
The children were never left alone.
They will never take my money for parking again.
My card was stolen in town and the bank helped.
Someone stole my slippers.
The carer helps him to hit his step count.
The care home dog jumps off the sofa when visitors come.
The hospital radio DJ asked for requests.
It would kill them to smile once in a while.
The food is to die for.
I would rather die than go back to that car park.
I can’t breathe for laughing when she tells her stories.
Physical abuse of any kind is not tolerated, the sign says.
Staff should not be abused by visitors, and a poster says so.
The mental health first aid course talks openly about suicide prevention.
The crisis café is run by people who have been through it.
A nurse from the self-harm support group rang me every week.
The women’s refuge leaflet was in six languages.
The physiotherapist pushed me to do one more step.
A porter pushed me down to theatre and told me about his dog.
The tea was knocked over and cleaned up at once.
Letters are thrown away unopened in that office.
He shouts because he is deaf, and they are patient.
The ward sister has eyes everywhere.
My hand shook and the nurse steadied the cup.
The scanner went dead and we waited an hour.
The phone line is dead after five.
I was dead on my feet and they found me a chair.
The lift is a death trap for wheelchairs.
It is a killer walk from the car park.
The tablets knocked me out for the night, as promised.
The baby fed well and slept through.
They gave him no sugar in his tea, as he likes it.
I had no food before the scan, as the letter said.
I fell out with the receptionist over a form.
We fought for a place and got one.
My heart was racing from the stairs.
I could hardly breathe with hay fever and the spray helped.
The asthma nurse showed her how to breathe.
My son choked up when the carers sang for him.
The hospice nurses held my mother while she was dying.
The policy is to die in the place you choose.
I was in danger of missing my slot because of the traffic.
We live in fear of another cancelled appointment.
The crash trolley was checked while I watched.
They check my skin for sores every day.
Her pressure areas are checked and she has none.
She was restrained in her praise.
The pharmacist drugs review was useful.
He was tied up in a meeting.
My hands are tied, said the manager, and then she helped.
The staff tied balloons to the chairs for his birthday.
They lock the medicine cupboard.
The gate locks itself and we could not get in.
The day centre is safe and warm.
The budget was slashed.
My stitches were cut out painlessly.
I cut myself on a tin and the nurse cleaned it.
I hurt myself gardening and the clinic was quick.
He burned himself on the kettle at home and the burns nurse was brilliant.
She hurt her wrist playing bowls.
The children hit the piñata at the party.
My daughter was touched that they remembered her name.
The dentist did not touch a nerve.
My nan is full of life since the home got a new activities lady.
The shot hurt less than I feared.
They gave us a hand with the forms.
The night staff are angels.
My mother died in March and the ward let us stay with her.
I was gutted when the café closed.
Every nurse knows his name.
They took my blood pressure three times.
The kids loved the fish tank.
The pharmacist warned me about mixing pain killers.
A locum covered and was thorough.
The noise at night drove me up the wall.
She feels safe there and so do I.
I broke my arm and was home by tea time.
The sight test showed early cataracts.
My dad’s breathing is better on the new inhaler.
They weigh him every week and he has gained.
I had a fit of the giggles in the waiting room.
The burns unit changed my dressing twice a week.
He choked on a grape last year and the carer saved him.
The ambulance took her in because she was short of breath.
My bruise faded in a week.
Drinks come round at ten and three.
The hospital shop was out of stamps.
I was told off for being late.
They caught my cancer early.
The therapist helped me talk about my childhood.
I had been abused as a child and the counsellor believed me.
They strapped my ankle and gave me crutches.
My ex-husband works there and he is polite.
`.trim().split('\n');
