/** What a rule points to. */
type Points = 'self-harm' | 'abuse' | 'neglect' | 'threat' | 'emergency' | 'child';

/** Phrases that point to one danger. */
interface DangerRule {
  id: string;
  points: Points;
  /** Words in a row, in lower case and without apostrophes; `a|b` is either, `*` is at most one word that may also be missing. */
  phrases: readonly string[];
}

/**
 * What the endpoint looks for in English words. A rule that fires on more than
 * one in twenty harmless examples is dropped: a team that is called for nothing
 * stops coming. They miss much of what people say in words of their own, so
 * somebody must read everything all the same. Another language is more rules, and harmless examples in it.
 */
export const dangerRules: readonly DangerRule[] = [
  {
    id: 'wants-to-die',
    points: 'self-harm',
    phrases: [
      'want|wants|wanted|wanting to die', 'want|wants|wanted|wanting to be dead', 'wish|wishes|wished i|he|she|they was|were|am dead', 'better off dead', 'dont|doesnt|didnt want to live', 'no reason to live', 'not worth living',
      'dont|doesnt want to be here any|anymore', 'dont|doesnt want to wake up', 'rather be dead', 'rather die than', 'cant|cannot go on like', 'cant|cannot go on any|anymore', 'no point in living', 'nothing to live for',
      'want|wants|wanted to end it', 'cant|cannot see a|any|no way out', 'sleep and not|never wake', 'had enough of life|living', 'nobody|noone would|will * miss me|him|her', 'no one would|will * miss me|him|her', 'better * without me', 'cant|cannot carry on', 'think i can carry on',
    ],
  },
  {
    id: 'suicide',
    points: 'self-harm',
    phrases: [
      'suicidal', 'suicide', 'suicidle', 'kill|killing|killed myself|himself|herself|themselves', 'end|ending|ended my|his|her|their * life', 'ending it all', 'end it all', 'take|taking|took my|his|her|their own life', 'taken an overdose', 'took an overdose', 'take an overdose',
      'overdosed', 'taken|took too many * tablets|pills|paracetamol', 'hoarding|saving * tablets|pills|medication', 'i|he|she took|taken all my|his|her|the * tablets|pills', 'hang|hanging|hanged myself|himself|herself', 'jump|jumping off a|the bridge|roof',
    ],
  },
  {
    id: 'self-harm',
    points: 'self-harm',
    phrases: [
      'self harm|harming|harmed|harms', 'selfharm|selfharming', 'cut|cuts|cutting myself|himself|herself|themselves', 'hurt|hurting|harm|harming myself|himself|herself|themselves', 'cuts on my|his|her arms|wrists|legs',
      'cutting my|his|her|their own|arms|arm|wrists|wrist|legs', 'cut|cuts|slit my|his|her|their wrists|wrist', 'burn|burning|burns myself|himself|herself',
    ],
  },
  {
    id: 'hit',
    points: 'abuse',
    phrases: [
      'hit|hits|hitting|slapped|slaps|slapping|smacked|smacks|punched|punches|kicked|kicks|shoved|strangled|beats|choked|bit me|him|her|them|residents|patients|mum|mam|dad|gran|nan',
      'hit|hits|slapped|slaps|smacked|smacks|punched|kicked|shoved|strangled|beats my|the * mother|father|mum|dad|gran|nan|grandmother|grandfather|grandad|nana|wife|husband|son|daughter|sister|brother|child|resident|patient|residents|patients',
      'was|were|been|being|gets|getting hit|slapped|smacked|punched|kicked|shoved|strangled|beaten|choked', 'hit|slapped|punched|kicked|beaten by * staff|carer|carers|nurse|nurses', 'physically abused|assaulted', 'assaulted me|him|her|them', 'was|were|been assaulted',
      'pin|pins|pinned|pinning|hold|holds|holding|held me|him|her|them|mum|dad down', 'tied|strapped me|him|her|them to|down', 'dragged me|him|her|them', 'pushed|pushes|knocked me|him|her|them|mum|dad|residents over',
      'i|he|she|they|mum|dad * was|were|been|being|got pushed|knocked over', 'i|he|she|they|mum|dad * was|were|been|being thrown|slammed onto|on|against|across', 'threw|throws|slammed me|him|her|them|mum|dad onto|on|against|across',
      'rough with him|her|them|mum|dad|residents|patients', 'grabbed me|him|her|them|mum|dad by|round the|my|her|his|their * arm|arms|neck|throat|hair|wrist|wrists', 'twisted his|her|their|mums|dads arm|arms|wrist',
      'carer|nurse|staff|he|she|they twisted my arm|wrist', 'has|had|with|got * black eye|eyes', 'pulled|pulls my|his|her|their hair', 'unexplained|more|new|these|bad bruises|bruising|bruise', 'bruises|bruising|bruised|marks all over',
      'bruises|bruising on his|her|their|both', 'bruises on my * arms|legs|neck|face|back|body|wrists', 'handprint|handprints', 'finger|hand marks on', 'covered in bruises|marks', 'flinches when',
      'kicked|slapped|smacked|punched my|his|her * leg|legs|face|head|arm|hand|back|stomach', 'drag|drags|dragged|dragging a|the|my * patient|resident|mother|father', 'sit|sits|sat on him|her|them|me to',
    ],
  },
  {
    id: 'abuse',
    points: 'abuse',
    phrases: [
      'abused|abusing|abuses me|him|her|them|residents|patients|people', 'is|are|was|were|been|being abused', 'abuse|abusing|abused the|a|my|vulnerable|elderly|disabled residents|patients|mother|father|mum|dad|people|adult|adults|woman|man',
      'emotional|financial|domestic|physical|sexual|verbal abuse', 'stealing|stole|stolen her|his|their|my money|card|pension|savings', 'taking|takes|took|stealing * money from|out * her|his|their|mums|dads', 'money has|had gone missing',
      'swear|swears|swore|swearing at * residents|patients|me|him|her|them|mum|dad', 'shout|shouts|shouting at * residents|patients|mum|dad|gran|nan', 'stealing|steals|stole from me|him|her|them|residents|patients',
      'stealing|steals|stole from my|our|the|his|her|their * mother|mum|father|dad|gran|nan|wife|husband|residents|patients',
      'locked|locks|lock me|him|her|them in|inside|up', 'locked in her|his|my|their * room|bedroom|cell', 'husband|wife|partner|boyfriend|girlfriend|son|ex|he|she is|was|gets|got|becomes * violent', 'controls everything', 'he|she controls me',
      'he|she|they controls|control my|her|his * money|phone|life', 'wont|not let me|him|her leave the house|flat|home|room', 'found|knows|find out where i|she|he live|lives', 'knows where i|she|he live|lives',
      'call|calls|calling|called me|him|her|them|residents|patients names', 'using|uses|used her|his|mums|dads * card|pin', 'so i|he|she|they cant|cannot get out', 'gets|get|being punished', 'of what he|she will|might|could do to',
      'afraid|scared|frightened|terrified of my|the|her|his husband|wife|partner|carer|carers|staff|nurse|son|daughter|father|mother', 'afraid|scared|frightened|terrified to go home',
    ],
  },
  {
    id: 'sexual',
    points: 'abuse',
    phrases: [
      'raped|rape|rapes', 'molested|molests', 'groped|gropes', 'sexually abused|assaulted|touched|harassed', 'sexual assault|abuse', 'touches|touched|touching me|him|her|them * inappropriately|sexually|there', 'inappropriately touched|touching',
      'touched|touches my|her|his private|breasts|privates', 'exposed himself', 'touched|touches|touching me|him|her|them where he|she|they|nobody', 'hand|hands up|under|down|inside my|her|his skirt|top|shirt|nightie|clothes|trousers|bra|underwear',
      'stepdad|stepfather|uncle|dad|father|brother|man comes|came into my|her|his room', 'forced himself|herself on|into', 'comes|came into my|her|his|their bed', 'hand|hands between my|her|his legs',
    ],
  },
  {
    id: 'left',
    points: 'neglect',
    phrases: [
      'left|lying|sitting|sat in my|his|her|their * own urine|faeces|feces|wee|poo|mess|excrement', 'left|lying|sitting|sat in urine|faeces|feces|excrement', 'soaked in urine|faeces|wee', 'not|never|isnt|arent fed', 'not|never|isnt|arent been|being fed',
      'no|without food or water|drink', 'starving to death', 'starved|starving her|him|them', 'severely|badly|very dehydrated', 'only give|gives|gets|given * one meal', 'not|never had his|her|my|their * tablets|medication|medicine|insulin for',
      'not|never|havent|hasnt given|giving * him|her|them|me|mum|dad any|enough food|water|drink', 'gets|getting no food|water',
      'no food|water|drink for * days', 'not|hasnt|havent eaten|drunk for * days', 'residents|patients are|were * hungry|starving', 'give|gives|gave|given me|him|her|them|mum|dad no food|water|drink|insulin|oxygen',
      'nobody|noone|never gives|gave|give me|him|her|them|mum|dad * food|water|drink|insulin|oxygen', 'no one gives|gave|give me|him|her|them|mum|dad * food|water|drink|insulin|oxygen',
      'leave|leaves|leaving me|him|her|them|mum|dad|residents in a|the|his|her|their * soiled|wet|dirty|filthy bed|pad|clothes|sheets|nappy', 'left|lying|sitting|sat in * soiled|soaking|filthy|wet|dirty * pad|bed|sheets|nappy|clothes',
      'left without food|water|oxygen|insulin', 'left with no food|water|oxygen|insulin',
      'being|been neglected', 'left on the floor|ground for|all', 'left alone on the floor', 'refuse|refuses|refused to give * food|water|drink', 'refuse|refuses|refused to feed', 'refuse|refuses|refused him|her|them food|water|drink', 'maggots',
      'sore|sores|bedsore|bedsores to the bone', 'down to the bone', 'open|infected * sore|sores|bedsore|bedsores',
    ],
  },
  {
    id: 'restrained',
    points: 'abuse',
    phrases: [
      'being drugged', 'tied in a|the|her|his|my chair|wheelchair|bed', 'tie|ties|strap|straps me|him|her|them|mum|dad|residents to|into a|the|her|his|my|their bed|chair|radiator', 'pills|tablets|medication|medicine|drugs|sedatives to keep|make him|her|them|residents|patients quiet|sleepy',
      'tied|strapped|chained to a|the|her|his|my bed|chair|radiator', 'tied|strapped|chained me|him|her|them|mum|dad to a|the|her|his|my|their bed|chair|radiator', 'being|was|were|been restrained', 'drug|drugged|drugging|sedate|sedated|sedating her|him|them|residents', 'face down restraint',
    ],
  },
  {
    id: 'threat',
    points: 'threat',
    phrases: [
      'threaten|threatened|threatens|threatening to kill|hurt|hit|harm|stab|beat', 'threaten|threatened|threatens|threatening to put|throw|kick|send me|him|her|them|us out|away', 'threatened|threatens|threatening me|him|her|them with|if|that|to',
      'going to|gonna hurt|kill|harm|stab|hit me|him|her|them|us|someone|somebody|himself|herself|myself', 'will|might kill|stab|harm|hurt him|her|them|us|someone|somebody', 'said|says|saying * he|she|they would|will|could kill|stab|hurt|hit|beat me|him|her|them|us',
      'someone|somebody|people|residents|patients|he|she|they is|are going to get|be killed|hurt|stabbed|attacked', 'someone|somebody|people|residents|patients will get|be killed|hurt|stabbed|attacked', 'has|had|with|pulled a knife|gun',
      'frightened|scared|afraid|terrified * he|she|they will|might|would kill|hurt|hit', 'fear|fears|fearing for my|his|her|their life|safety', 'afraid|scared|frightened|worried for my|his|her|their life|safety',
      'not|dont|doesnt|didnt|never feel|feels|felt|feeling safe', 'not|isnt|arent|never safe at home',
      'not|isnt|arent|never safe here|there|with', 'is|are in danger', 'someone|somebody will|could|might|may * die', 'is|are going to die',
    ],
  },
  {
    id: 'emergency',
    points: 'emergency',
    phrases: [
      'chest pain|pains now', 'having|has|have|got * chest pain|pains', 'struggling|struggles to breathe', 'cant|cannot catch|get * breath', 'cant|cannot breathe', 'not|stopped|isnt breathing',
      'is|are|am|still|found|lying|lies|goes|went|going unconscious|unresponsive', 'collapsed now|today|again', 'collapsed and isnt|wont|nobody|no|not', 'collapsed and is not', 'not waking up', 'wont wake up', 'cant|cannot wake him|her|them|mum|dad',
      'is fitting and nobody|no', 'bleeding heavily|badly|now|everywhere', 'wont|doesnt|didnt stop bleeding', 'having|has a stroke|seizure|fit now|right', 'having|has a heart attack',
      'having a stroke|seizure|heart', 'lips|face are|is|went|gone|turning|turned blue', 'turning|turned|going|gone blue', 'is|are choking', 'choking now|right', 'is floppy', 'is|are dying now|here', 'needs|need an ambulance now|urgently|immediately',
      'swallowed * bleach|tablets|pills|poison|battery',
    ],
  },
  {
    id: 'child',
    points: 'child',
    phrases: [
      'hits|hit|hurts|hurt|hurting|beats|shakes|shook|slaps|slapped the|a|her|his|their|my * baby|child|children|kid|kids|toddler|boy|girl|son|daughter|grandson|granddaughter', 'child|children|kids|baby at risk',
      'child|children|kids|baby|toddler|girl|boy * is|are|was|were being|getting * abused|hurt|hit|beaten|neglected|groomed|starved|touched', 'child|children|kids|baby|toddler|girl|boy is|are|was|were * abused|neglected|groomed|starved', 'child abuse|neglect',
      'child protection issue|concern|matter', 'grooming|groomed',
      'baby|toddler|child|boy|girl has * burns|bruises|marks', 'children|kids|baby * left|home * alone', 'leave|leaves|leaving the|her|his|their|our * children|kids|baby|child|toddler alone', 'children|kids|baby|ones|boy|girl * left on their|his|her own',
      'dad|stepdad|stepfather|mum|stepmum|uncle|brother|father|grandad|cousin|boyfriend|neighbour hits|hurts|touches|beats me|him|her',
    ],
  },
];

/**
 * Where such words stand and point to nothing: the names of services and of what
 * they teach, and ways of speaking. A phrase above that shares a word with one of
 * these is not counted. Nothing goes in here that somebody in danger might say.
 */
export const harmlessPhrases: readonly string[] = [
  'suicide prevention|bereavement|awareness|training', 'self harm team|nurse|nurses|clinic|service|unit|group|course|training|support', 'domestic|physical|sexual|emotional|verbal|financial|child abuse leaflet|leaflets|poster|posters|helpline|training|course|team|service|charity|policy',
  'abuse of any kind', 'cut|cuts|burnt|burned myself|himself|herself on a|the tin|can|lid|glass|kettle|oven|hob|iron|stove|pan', 'cut|cuts myself|himself|herself shaving|cooking|gardening', 'not fed up', 'cant|cannot breathe for|from|with laughing|laughter', 'cant|cannot breathe through my|his|her nose', 'it * hit|hits me|him|her|us that|how', 'hit|hits my|his|her|their|the target|targets|deadline|buttons|button|ground|nail|mark|road|spot|step',
  'hit by a|the|my|another * car|bus|lorry|bike|bicycle|van|taxi|ball|bug|virus|flu|cuts|strike|strikes|pandemic', 'hit by * staff|staffing shortages|shortage|sickness|cuts', 'kicked by a|the|my horse|pony|cow|donkey', 'beaten to it', 'beaten to the last|best|front|top', 'beaten by coming', 'strangled by * red',
  'in danger of closing|closure|missing|becoming|running|forgetting', 'in danger of losing his|her|their|my|our|its|the place|job|benefits|funding|staff|appointment',
];
