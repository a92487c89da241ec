// Generated from core/data/en/questions.yml by “npm run generate”. Do not edit.
import type {QuestionBank} from './questions.ts'

export const BANK: QuestionBank = {
 "phases": [
  {
   "id": "cues",
   "name": "What was visible",
   "sections": [
    "timeline",
    "detection",
    "response",
    "trigger"
   ],
   "questions": [
    "What was on the screen at that moment?",
    "What stood out?",
    "What could not be seen from there?",
    "What was different from what was expected?"
   ]
  },
  {
   "id": "interpretation",
   "name": "How it was understood",
   "sections": [
    "timeline",
    "response",
    "causes"
   ],
   "questions": [
    "How would this have been described to a colleague at that moment?",
    "What else could the same signs have meant?",
    "When did the picture change, and through what?"
   ]
  },
  {
   "id": "knowledge",
   "name": "What was known",
   "sections": [
    "response",
    "causes",
    "background"
   ],
   "questions": [
    "What did this resemble?",
    "What was known here that others did not know?",
    "Where had that knowledge come from?"
   ]
  },
  {
   "id": "goals",
   "name": "What was wanted",
   "sections": [
    "trigger",
    "response",
    "causes"
   ],
   "questions": [
    "What was to be achieved at that point?",
    "Which goals pulled in different directions?",
    "How much time did there seem to be?"
   ]
  },
  {
   "id": "options",
   "name": "What else was possible",
   "sections": [
    "timeline",
    "response",
    "resolution"
   ],
   "questions": [
    "What else could be done at that point?",
    "What spoke for the choice that was made?",
    "What was expected to happen next?"
   ]
  },
  {
   "id": "action",
   "name": "How the step was done",
   "sections": [
    "trigger",
    "response",
    "resolution"
   ],
   "questions": [
    "How did the tool present this step?",
    "What did it answer?",
    "How does one notice that a step had another effect than intended?"
   ]
  },
  {
   "id": "help",
   "name": "How help came",
   "sections": [
    "response",
    "detection",
    "timeline"
   ],
   "questions": [
    "At which point was help asked for?",
    "How was it clear whom to ask?",
    "What made asking easy or hard?"
   ]
  },
  {
   "id": "normal-work",
   "name": "How it usually goes",
   "sections": [
    "causes",
    "background",
    "trigger"
   ],
   "questions": [
    "How does this usually go?",
    "How often is it done, and by which roles?",
    "What do people do so that it works?"
   ]
  },
  {
   "id": "system",
   "name": "How the system allowed it",
   "sections": [
    "causes",
    "trigger",
    "impact"
   ],
   "questions": [
    "How was this state possible, and since when?",
    "What usually stops it?",
    "What stopped it from getting worse?"
   ]
  },
  {
   "id": "detection",
   "name": "How it came to light",
   "sections": [
    "detection",
    "impact"
   ],
   "questions": [
    "How did it come to light?",
    "How could it have come to light in half the time?",
    "Which signal was there before, and where did it go?"
   ]
  },
  {
   "id": "coordination",
   "name": "Who knew what when",
   "sections": [
    "response",
    "timeline"
   ],
   "questions": [
    "What did each group know at this point, and through which channel?",
    "What was said twice, and what was not said?",
    "How did somebody who joined later catch up?"
   ]
  },
  {
   "id": "change",
   "name": "What had changed",
   "sections": [
    "trigger",
    "causes",
    "background"
   ],
   "questions": [
    "What had changed shortly before, in code, configuration, people, load or dependencies?",
    "What has been the same for so long that nobody looks at it?"
   ]
  },
  {
   "id": "luck",
   "name": "What luck had to do with it",
   "sections": [
    "lucky",
    "well"
   ],
   "questions": [
    "What could be added to make it worse?",
    "What spared us?",
    "Would it spare us again?"
   ]
  },
  {
   "id": "learning",
   "name": "What is new",
   "sections": [
    "lessons",
    "well",
    "poor"
   ],
   "questions": [
    "What is known now that nobody in the room knew before?",
    "What surprised the people who know the system best?",
    "Which of this would help another team?"
   ]
  }
 ],
 "restorative": [
  "Who is hurt by this, among users, responders, the person at the keyboard, and other teams?",
  "What do they need?",
  "Whose obligation is it to meet that need?",
  "How do we bring those who are concerned into this conversation?"
 ],
 "reframes": [
  {
   "heard": "They should have …",
   "ask": "What about it made sense at the time?"
  },
  {
   "heard": "They failed to …",
   "ask": "What information were they acting on?"
  },
  {
   "heard": "Why did you …?",
   "ask": "How did it look from where you were?"
  },
  {
   "heard": "Who did …?",
   "ask": "What would have led anybody in that place to it?"
  },
  {
   "heard": "Obviously …",
   "ask": "Is that obvious to everybody here?"
  }
 ],
 "opening": "We are here to put together what each of us saw and knew, step by step. We ask how, and leave out why. Some blame and some hindsight will slip in; whoever notices says so, and we put it another way. Ideas for fixes wait on a list until the story is told. Everybody did what made sense with what they had.",
 "bones": [
  {
   "name": "Change and release",
   "ask": "What was changed, how did it go out, and what would have held it back?"
  },
  {
   "name": "Interfaces and tools",
   "ask": "What could people see and press, and what did it answer?"
  },
  {
   "name": "Detection and observability",
   "ask": "What showed it, what hid it, and how late?"
  },
  {
   "name": "Architecture and dependencies",
   "ask": "What was coupled to what, and which default was in force?"
  },
  {
   "name": "Data, load, capacity",
   "ask": "What was large, full, slow or of another shape than usual?"
  },
  {
   "name": "Work situation",
   "ask": "What was the time of day, the load, the interruptions, the staffing?"
  },
  {
   "name": "Knowledge and documentation",
   "ask": "Who knew, where is it written, and how would one find it?"
  },
  {
   "name": "Organisation and priorities",
   "ask": "What was planned and put off, who owned it, and what was rewarded?"
  }
 ]
}
