import type { MeetingTexts } from './meeting.ts'
import { nl as shared } from './nl.ts'

const [gain, ease, learn, goals] = shared.firstMeeting

export const nl = {
  parts: {
    know: 'Kennismaken',
    rules: 'Hoe we het aanpakken',
    agreement: 'De overeenkomst',
    next: 'Hoe we verdergaan',
  },
  questions: {
    work: 'Hoe ziet je werk eruit, en hoe ben je daar terechtgekomen?',
    new: 'Wat weten maar weinig mensen op je werk over jou?',
    gain, ease, learn, goals,
    meet: 'Wanneer, waar en hoe vaak spreken we elkaar?',
    between: 'Hoe bereiken we elkaar tussendoor, en op welke tijden?',
    capture: 'Hoe leggen we vast wat we in een gesprek afspreken?',
    success: 'Waaraan merken we dat dit werkt?',
    confidential: 'Wat blijft onder ons, en wat mag worden gedeeld, met wie en wanneer?',
    boundaries: 'Waar liggen voor jou de grenzen van wat we bespreken?',
    expect: 'Wat verwacht je van mij, en wat mag ik van jou verwachten?',
    next: 'Wanneer spreken we elkaar weer, en wat doet ieder van ons voor die tijd?',
  },
  own: {
    gain: 'Wat hoop ik uit onze gesprekken te halen?',
    ease: 'Wat kan {mentor} doen zodat ik me op mijn gemak voel?',
    learn: 'Aan welke kennis, vaardigheden of inzichten heb ik het meest?',
    goals: 'Waar hoop ik uit te komen, en wat zijn nu mijn doelen?',
  },
  thoughts: {
    mentor: {
      want: 'Wat wil ik er als mentor uit halen?',
      bring: 'Wat breng ik mee: ervaring, mensen die ik ken, verhalen?',
      expect: 'Wat verwacht ik, van {mentee} en van mezelf?',
    },
    mentee: {
      want: 'Wat wil ik met een mentor bereiken?',
      bring: 'Wat breng ik mee: vaardigheden, vragen, inzichten, verhalen?',
      expect: 'Wat verwacht ik, van {mentor} en van mezelf?',
    },
  },
  clauses: {
    work: '{who} brengt dit mee uit het werk: “{answer}”',
    new: '{who} wil dat {other} dit weet: “{answer}”',
    gain: '{who} hoopt dit uit de gesprekken te halen: “{answer}”',
    ease: '{other} zorgt ervoor dat {who} zich op het gemak voelt: “{answer}”',
    learn: '{other} helpt {who} bij wat het meest oplevert: “{answer}”',
    goals: 'Hier werkt {who} naartoe: “{answer}”',
    meet: 'Wanneer, waar en hoe vaak we elkaar spreken: {answer}',
    between: 'Hoe we elkaar tussen de gesprekken bereiken: {answer}',
    capture: 'Hoe we vastleggen wat we in een gesprek afspreken: {answer}',
    success: 'Waaraan we merken dat dit werkt: {answer}',
    confidential: 'Wat onder ons blijft, en wat mag worden gedeeld: {answer}',
    boundaries: 'De grenzen, in de woorden van {who}: “{answer}”',
    expect: '{who} verwacht dit van {other}: “{answer}”',
    next: 'Hoe we verdergaan: {answer}',
    own: '{who} op de vraag “{question}”: “{answer}”',
  },
  topics: {
    'mentor-way': 'Hoe {mentor} in dit werk terechtkwam',
    'mentor-proud': 'Waar {mentor} trots op is, en wat daarvoor nodig was',
    'mentor-mistake': 'Een fout waarvan {mentor} iets heeft geleerd',
    'skill': 'Een vaardigheid die {mentee} graag zou hebben',
    'leading': 'Leidinggeven: wat {mentee} makkelijk afgaat, en wat niet',
    'everyday': 'Een vraag of een probleem uit het werk van alledag',
    'decided': 'Een besluit dat {mentee} heeft genomen, en hoe het uitpakte',
    'deciding': 'Een besluit dat {mentee} nog moet nemen',
    'growth': 'Wat er na deze baan komt',
    'person': 'Groeien als mens',
    'trade': 'Waar het vak naartoe gaat',
    'ways': 'Hoe organisaties echt werken',
    'time': 'Tijd: waar die blijft, en wat die verdient',
    'lessons': 'De les die je liever eerder had geleerd',
  },
  sorts: { lesson: 'Een les', trend: 'Een ontwikkeling in het vak', ways: 'Hoe organisaties echt werken', success: 'Een succes' },
  kinds: { question: 'Vraag voor het eerste gesprek', questions: 'Vragen en antwoorden', topic: 'Onderwerp', story: 'Ervaringsverhaal', banks: 'Onderwerpen en verhalen' },
} satisfies MeetingTexts
