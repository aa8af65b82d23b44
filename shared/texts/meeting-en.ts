import type { MeetingTexts } from './meeting.ts'
import { en as shared } from './en.ts'

const [gain, ease, learn, goals] = shared.firstMeeting

export const en = {
  parts: {
    know: 'Getting to know each other',
    rules: 'Ground rules',
    agreement: 'The agreement',
    next: 'What comes next',
  },
  questions: {
    work: 'What does your working life look like, and how did you get there?',
    new: 'What do few people at work know about you?',
    gain, ease, learn, goals,
    meet: 'When, where and how often do we meet?',
    between: 'How do we reach each other in between, and at which hours?',
    capture: 'How do we keep what we agree in a session?',
    success: 'How will we tell that this is working?',
    confidential: 'What stays between us, and what may be shared, with whom and when?',
    boundaries: 'Where do you see the boundaries of what we talk about?',
    expect: 'What do you expect of me, and what may I expect of you?',
    next: 'When do we meet next, and what does each of us do before then?',
  },
  own: {
    gain: 'What would I like to get out of our time together?',
    ease: 'What can {mentor} do to put me at ease?',
    learn: 'Which knowledge, skill or insight would be worth the most to me?',
    goals: 'Where do I hope to get to, and what are my goals right now?',
  },
  thoughts: {
    mentor: {
      want: 'What do I want from being a mentor?',
      bring: 'What do I bring: experience, people I know, stories?',
      expect: 'What do I expect, of {mentee} and of myself?',
    },
    mentee: {
      want: 'What do I want from having a mentor?',
      bring: 'What do I bring: skills, questions, insights, stories?',
      expect: 'What do I expect, of {mentor} and of myself?',
    },
  },
  clauses: {
    work: '{who} brings this from work: “{answer}”',
    new: '{who} would like {other} to know this: “{answer}”',
    gain: '{who} would like to get this out of the sessions: “{answer}”',
    ease: '{other} helps {who} to feel at ease: “{answer}”',
    learn: '{other} helps {who} with what would be worth the most: “{answer}”',
    goals: '{who} is working towards this: “{answer}”',
    meet: 'When, where and how often we meet: {answer}',
    between: 'How we reach each other between sessions: {answer}',
    capture: 'How we keep what we agree in a session: {answer}',
    success: 'How we tell that this is working: {answer}',
    confidential: 'What stays between us, and what may be shared: {answer}',
    boundaries: 'The boundaries, in the words of {who}: “{answer}”',
    expect: '{who} expects this of {other}: “{answer}”',
    next: 'What comes next: {answer}',
    own: '{who} on the question “{question}”: “{answer}”',
  },
  topics: {
    'mentor-way': 'How {mentor} came to this work',
    'mentor-proud': 'What {mentor} is proud of, and what it took',
    'mentor-mistake': 'A mistake that taught {mentor} something',
    'skill': 'A skill that {mentee} would like to have',
    'leading': 'Leading others: what comes easily to {mentee}, and what does not',
    'everyday': 'A question or a problem from everyday work',
    'decided': 'A decision that {mentee} has made, and how it turned out',
    'deciding': 'A decision that {mentee} has yet to make',
    'growth': 'What comes after this job',
    'person': 'Growing as a person',
    'trade': 'Where the trade is heading',
    'ways': 'How organisations really work',
    'time': 'Time: where it goes, and what deserves it',
    'lessons': 'The lesson one would have liked to learn sooner',
  },
  sorts: { lesson: 'A lesson', trend: 'A trend in the trade', ways: 'How organisations really work', success: 'A success' },
  kinds: { question: 'Question for the first meeting', questions: 'Questions and answers', topic: 'Topic', story: 'Story', banks: 'Topics and stories' },
} satisfies MeetingTexts
