import type { MiddleGroundTexts } from './middle-ground.ts'

export const nl: MiddleGroundTexts = {
  title: 'Middenweg',
  questions: {
    'role': {
      ask: 'Waarvoor is {mentor} er, en waarvoor {mentee}?',
      choices: { listen: 'om te luisteren', ask: 'om vragen te stellen', advise: 'om advies te geven', example: 'om te laten zien hoe het kan', doors: 'om deuren te openen' },
      clause: { one: '{mentor} is er {list}; {mentee} neemt de besluiten.' },
    },
    'expectations': {
      ask: 'Wat verwachten we van elkaar?',
      choices: { 'prepared': 'voorbereid', 'on-time': 'op tijd', 'honest': 'eerlijk', 'patient': 'geduldig', 'initiative': 'initiatiefrijk' },
      clause: { one: '{mentor} en {mentee} verwachten van elkaar dat ze {list} zijn.' },
    },
    'areas': {
      ask: 'Waar gaan onze gesprekken over?',
      choices: { work: 'het dagelijkse werk', skills: 'vakkennis', people: 'werken met mensen', career: 'de volgende stap in de loopbaan', balance: 'de balans tussen werk en privé' },
      clause: { one: 'De gesprekken gaan over {list}.', two: 'De gesprekken gaan over {first}; over {rest} als beiden dat willen.' },
    },
    'place': {
      ask: 'Waar spreken we af?',
      choices: { workplace: 'op het werk', elsewhere: 'op een rustige plek buiten het werk', walk: 'tijdens een wandeling', online: 'online', home: 'bij een van ons thuis' },
      clause: { one: 'De gesprekken vinden {list} plaats.', two: 'De gesprekken vinden {first} plaats; {rest} als dat niet uitkomt.' },
    },
    'length': {
      ask: 'Hoelang duurt een gesprek?',
      choices: { 30: 'een half uur', 45: 'drie kwartier', 60: 'een uur', 90: 'anderhalf uur', 120: 'twee uur' },
      clause: { one: 'Een gesprek duurt {list}.' },
    },
    'frequency': {
      ask: 'Hoe vaak spreken we af?',
      choices: { 'quarter': 'eens in de drie maanden', 'six-weeks': 'om de zes weken', 'month': 'eens per maand', 'two-weeks': 'om de twee weken', 'week': 'elke week' },
      clause: { one: '{mentor} en {mentee} spreken {list} af.' },
    },
    'channel': {
      ask: 'Hoe mogen we elkaar tussen de gesprekken bereiken?',
      choices: { email: 'per e-mail', text: 'per tekstbericht', phone: 'per telefoon', video: 'per videogesprek' },
      clause: { one: 'Tussen de gesprekken bereiken {mentor} en {mentee} elkaar {list}.', two: 'Tussen de gesprekken bereiken {mentor} en {mentee} elkaar {first}; {rest} op afspraak.' },
    },
    'hours': {
      ask: 'Op welke tijden mogen we elkaar bereiken?',
      choices: { 'office': 'op werkdagen tijdens kantooruren', 'until-20': 'op werkdagen tot 20.00 uur', 'until-22': 'op werkdagen tot 22.00 uur', 'any-day': 'elke dag, ook in het weekend' },
      clause: { one: '{mentor} en {mentee} mogen elkaar {list} bereiken.' },
    },
    'off-limits': {
      ask: 'Wat laten we buiten onze gesprekken?',
      choices: { health: 'gezondheid', family: 'familie', money: 'geld', faith: 'geloof', politics: 'politiek', colleagues: 'anderen op het werk' },
      clause: { one: 'Buiten de gesprekken blijft, tenzij degene die het aangaat erover begint: {list}.' },
    },
  },
  sheet: {
    title: 'Vragen over onze grenzen', for: 'Voor {name}', file: 'vragen',
    intro: 'Beantwoord ze voor jezelf, allemaal of een paar. Leg daarna de twee vellen naast elkaar.',
    words: 'In je eigen woorden:', own: 'Een vraag van onszelf:',
  },
  card: { title: 'Briefje voor de afronding', begin: 'Ik weet dat het tijd is als…', sealed: 'Verzegeld. Het briefje gaat alleen in de app open, met opzet.' },
  review: 'Evaluatie van de overeenkomst',
}
