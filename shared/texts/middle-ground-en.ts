import type { MiddleGroundTexts } from './middle-ground.ts'

export const en: MiddleGroundTexts = {
  title: 'Middle ground',
  questions: {
    'role': {
      ask: 'What is {mentor} there for, and what is {mentee} there for?',
      choices: { listen: 'to listen', ask: 'to ask questions', advise: 'to give advice', example: 'to show how it can be done', doors: 'to open doors' },
      clause: { one: '{mentor} is there {list}; the decisions are {mentee}’s.' },
    },
    'expectations': {
      ask: 'What do we expect of each other?',
      choices: { 'prepared': 'prepared', 'on-time': 'on time', 'honest': 'honest', 'patient': 'patient', 'initiative': 'ready to take the first step' },
      clause: { one: '{mentor} and {mentee} expect each other to be {list}.' },
    },
    'areas': {
      ask: 'What are our sessions about?',
      choices: { work: 'daily work', skills: 'professional skills', people: 'working with people', career: 'the next steps in a career', balance: 'work and the rest of life' },
      clause: { one: 'The sessions are about {list}.', two: 'The sessions are about {first}; about {rest} when both want it.' },
    },
    'place': {
      ask: 'Where do we meet?',
      choices: { workplace: 'at work', elsewhere: 'in a quiet place away from work', walk: 'on a walk', online: 'online', home: 'at the home of one of us' },
      clause: { one: 'The sessions are held {list}.', two: 'The sessions are held {first}; {rest} if that does not suit.' },
    },
    'length': {
      ask: 'How long is a session?',
      choices: { 30: 'half an hour', 45: 'three quarters of an hour', 60: 'an hour', 90: 'an hour and a half', 120: 'two hours' },
      clause: { one: 'A session takes {list}.' },
    },
    'frequency': {
      ask: 'How often do we meet?',
      choices: { 'quarter': 'every three months', 'six-weeks': 'every six weeks', 'month': 'once a month', 'two-weeks': 'every two weeks', 'week': 'every week' },
      clause: { one: '{mentor} and {mentee} meet {list}.' },
    },
    'channel': {
      ask: 'How may we reach each other between the sessions?',
      choices: { email: 'by e-mail', text: 'by text message', phone: 'by phone', video: 'by video call' },
      clause: { one: 'Between the sessions, {mentor} and {mentee} reach each other {list}.', two: 'Between the sessions, {mentor} and {mentee} reach each other {first}; {rest} by appointment.' },
    },
    'hours': {
      ask: 'At what hours may we reach each other?',
      choices: { 'office': 'on working days, during office hours', 'until-20': 'on working days until 20:00', 'until-22': 'on working days until 22:00', 'any-day': 'on any day, at weekends too' },
      clause: { one: '{mentor} and {mentee} may reach each other {list}.' },
    },
    'off-limits': {
      ask: 'What do we leave out of our sessions?',
      choices: { health: 'health', family: 'family', money: 'money', faith: 'faith', politics: 'politics', colleagues: 'other people at work' },
      clause: { one: 'Not part of the sessions, unless the one it concerns brings it up: {list}.' },
    },
  },
  sheet: {
    title: 'Questions about our limits', for: 'For {name}', file: 'questions',
    intro: 'Answer by yourself, all of it or some. Then lay the two sheets side by side.',
    words: 'In your own words:', own: 'A question of our own:',
  },
  card: { title: 'Ending card', begin: 'I’ll know it is time when…', sealed: 'Sealed. It is opened in the app, on purpose.' },
  review: 'Review of the agreement',
}
