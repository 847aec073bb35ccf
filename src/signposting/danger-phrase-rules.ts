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
 * stops coming. Another language is more rules, and harmless examples in it.
 */
export const dangerRules: readonly DangerRule[] = [
  {
    id: 'wants-to-die',
    points: 'self-harm',
    phrases: [
      'want|wants|wanted|wanting to die', 'want|wants|wanted|wanting to be dead', 'wish|wishes|wished i|he|she|they was|were|am dead', 'better off dead', 'dont|doesnt|didnt want to live', 'no reason to live', 'not worth living',
      'dont|doesnt want to be here any|anymore', 'dont|doesnt want to wake up', 'rather be dead', 'rather die than', 'cant|cannot go on like', 'cant|cannot go on any|anymore', 'no point in living', 'nothing to live for',
    ],
  },
  {
    id: 'suicide',
    points: 'self-harm',
    phrases: [
      'suicidal', 'suicide', 'suicidle', 'kill|killing|killed myself|himself|herself|themselves', 'end|ending|ended my|his|her|their * life', 'ending it all', 'end it all', 'take|taking|took my|his|her|their own life', 'taken an overdose', 'took an overdose', 'take an overdose',
      'overdosed', 'hang|hanging|hanged myself|himself|herself', 'jump|jumping off a|the bridge|roof',
    ],
  },
  {
    id: 'self-harm',
    points: 'self-harm',
    phrases: [
      'self harm|harming|harmed|harms', 'selfharm|selfharming', 'cut|cutting myself|himself|herself|themselves', 'hurt|hurting|harm|harming myself|himself|herself|themselves', 'cuts on my|his|her arms|wrists|legs', 'burn|burning|burns myself|himself|herself',
    ],
  },
  {
    id: 'hit',
    points: 'abuse',
    phrases: [
      'hit|hits|hitting|slapped|slaps|slapping|punched|punches|kicked|kicks|shoved|strangled|beats|choked|bit me|him|her|them|residents|patients|mum|mam|dad|gran|nan', 'hit|hits|slapped|slaps|punched|kicked|shoved|strangled|beats my|the * mother|father|mum|dad|gran|nan|wife|husband|son|daughter|sister|brother|child|resident|patient|residents|patients',
      'was|were|been|being|gets|getting hit|slapped|punched|kicked|shoved|strangled|beaten|choked', 'hit|slapped|punched|kicked|beaten by * staff|carer|carers|nurse|nurses', 'physically abused|assaulted', 'assaulted me|him|her|them', 'was|were|been assaulted',
      'pinned|held me|him|her|them down', 'tied|strapped me|him|her|them to|down', 'dragged me|him|her|them', 'pulled|pulls my|his|her|their hair', 'unexplained|more|new|these|bad bruises|bruising|bruise', 'bruises|bruising|bruised|marks all over', 'bruises|bruising on my|his|her|their', 'handprint|handprints',
    ],
  },
  {
    id: 'abuse',
    points: 'abuse',
    phrases: [
      'abused|abusing|abuses me|him|her|them|residents|patients|people', 'is|are|was|were|been|being abused', 'abuse|abusing|abused the|a|my|vulnerable|elderly|disabled residents|patients|mother|father|mum|dad|people|adult|adults|woman|man', 'emotional|financial|domestic|physical|sexual|verbal abuse', 'stealing|stole|stolen her|his|their|my money|card|pension|savings', 'stealing|steals|stole from me|him|her|them|residents|patients',
      'locked|locks|lock me|him|her|them in|inside|up', 'locked in her|his|my|their room', 'controls everything', 'he|she controls me', 'afraid|scared|frightened|terrified of my|the|her|his husband|wife|partner|carer|carers|staff|nurse|son|daughter|father|mother', 'afraid|scared|frightened|terrified to go home',
    ],
  },
  {
    id: 'sexual',
    points: 'abuse',
    phrases: [
      'raped|rape|rapes', 'molested|molests', 'groped|gropes', 'sexually abused|assaulted|touched|harassed', 'sexual assault|abuse', 'touches|touched|touching me|him|her|them * inappropriately|sexually|there', 'inappropriately touched|touching', 'touched|touches my|her|his private|breasts|privates', 'exposed himself',
    ],
  },
  {
    id: 'left',
    points: 'neglect',
    phrases: [
      'left|lying|sitting|sat in my|his|her|their * own urine|faeces|feces|wee|poo|mess|excrement', 'left|lying|sitting|sat in urine|faeces|feces|excrement', 'soaked in urine|faeces|wee', 'not|never|isnt|arent fed', 'not|never|isnt|arent been|being fed', 'no|without food or water|drink', 'starving to death', 'starved|starving her|him|them', 'severely|badly dehydrated', 'left without food|water|oxygen|insulin', 'left with no food|water|oxygen|insulin',
      'being|been neglected', 'left on the floor|ground for|all', 'left alone on the floor', 'refuse|refuses|refused to give * food|water|drink', 'refuse|refuses|refused to feed', 'refuse|refuses|refused him|her|them food|water|drink', 'maggots', 'bed|pressure sore|sores to the bone', 'open|infected bed|pressure sore|sores',
    ],
  },
  {
    id: 'restrained',
    points: 'abuse',
    phrases: ['tied|strapped|chained to a|the|her|his|my bed|chair|radiator', 'tied|strapped|chained me|him|her|them|mum|dad to a|the|her|his|my|their bed|chair|radiator', 'being|was|were|been restrained', 'drug|drugged|drugging|sedate|sedated|sedating her|him|them|residents', 'face down restraint'],
  },
  {
    id: 'threat',
    points: 'threat',
    phrases: [
      'threatened|threatens|threatening to kill|hurt|hit|harm|stab|hurt|beat', 'threatened|threatens|threatening me|him|her|them with|if|that|to', 'going to|gonna hurt|kill|harm|stab|hit me|him|her|them|us|someone|somebody|himself|herself|myself', 'will|might kill|stab|harm|hurt me|him|her|them|us|someone|somebody', 'has|had|with|pulled a knife|gun',
      'fear|fears|fearing for my|his|her|their life|safety', 'afraid|scared|frightened|worried for my|his|her|their life|safety', 'not safe at home|here|there', 'isnt|arent safe at home|here|there', 'is|are in danger', 'someone|somebody will|could|might|may * die', 'is|are going to die',
    ],
  },
  {
    id: 'emergency',
    points: 'emergency',
    phrases: [
      'chest pain|pains now', 'having|has|have|got * chest pain|pains', 'struggling|struggles to breathe', 'cant|cannot catch|get * breath', 'cant|cannot breathe', 'not|stopped|isnt breathing', 'unconscious', 'unresponsive', 'collapsed now|today|again', 'bleeding heavily|badly|now|everywhere', 'wont|doesnt|didnt stop bleeding', 'having|has a stroke|seizure|fit now|right', 'having|has a heart attack',
      'having a stroke|seizure|heart', 'lips|face are|is|went|gone|turning|turned blue', 'turning|turned|going|gone blue', 'choking now|right', 'is|are dying now|here', 'needs|need an ambulance now|urgently|immediately', 'swallowed * bleach|tablets|pills|poison|battery',
    ],
  },
  {
    id: 'child',
    points: 'child',
    phrases: [
      'hits|hit|hurts|hurt|hurting|beats|shakes|shook|slaps|slapped the|a|her|his|their|my * baby|child|children|kids|toddler|son|daughter', 'child|children|kids|baby at risk', 'child|children|kids|baby|girl|boy is|are|was|were|being * abused|hurt|hit|neglected|groomed|starved|touched', 'child abuse|protection|neglect', 'grooming|groomed', 'children|kids|baby * left|home * alone', 'my dad|stepdad|mum|uncle|brother|father hits|hurts|touches|beats me',
    ],
  },
];
