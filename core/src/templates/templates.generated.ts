// Generated from core/data/templates by “npm run generate”. Do not edit.
import type {Template} from './template.ts'

export const BUILT_IN: readonly Template[] = [
 {
  "id": "blameless",
  "name": "Blameless post-mortem",
  "purpose": "For most incidents. What managers need stands on top; the learning follows.",
  "source": "David Wilcox, What does a good post-mortem look like",
  "sections": [
   {
    "kind": "summary",
    "heading": "Summary",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "In two to four sentences: what users saw, when and for how long, what set it off, and how things stand now."
    ]
   },
   {
    "kind": "impact",
    "heading": "Impact",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Who lost what, how much, and for how long? Give at least one number, a start and an end, and say who was not affected."
    ]
   },
   {
    "kind": "trigger",
    "heading": "Trigger",
    "depth": 2,
    "required": false,
    "covers": [],
    "prompts": [
     "Which event turned a condition that had been there into an incident, and when?"
    ]
   },
   {
    "kind": "causes",
    "heading": "Contributing factors",
    "depth": 2,
    "required": true,
    "covers": [
     "trigger"
    ],
    "prompts": [
     "Which conditions had to be present together? For each: why had it not mattered before?"
    ],
    "body": "- {factor}"
   },
   {
    "kind": "detection",
    "heading": "Detection",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What or who noticed, how long after the start, and through which signal? What would halve that time?"
    ]
   },
   {
    "kind": "resolution",
    "heading": "Resolution",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What restored the service, what is temporary, and how did we know that it was over?"
    ]
   },
   {
    "kind": "timeline",
    "heading": "Timeline",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "One event a line, each with its time; begin before the trigger. Mark what was assumed or expected at the time."
    ],
    "body": "All times in {timezone:UTC}.\n\n| Time | Event | Source |\n| ---- | ----- | ------ |\n| {time} | {event} | {link} |"
   },
   {
    "kind": "lessons",
    "heading": "Lessons learned",
    "depth": 2,
    "required": false,
    "covers": [],
    "prompts": [
     "What do we know now that nobody in the room knew before?"
    ]
   },
   {
    "kind": "well",
    "heading": "What went well",
    "depth": 3,
    "required": true,
    "covers": [],
    "prompts": [
     "What worked, and what condition made it work?"
    ],
    "body": "- {item}"
   },
   {
    "kind": "poor",
    "heading": "What went poorly",
    "depth": 3,
    "required": true,
    "covers": [],
    "prompts": [
     "Which conditions made it longer, larger or harder?"
    ],
    "body": "- {item}"
   },
   {
    "kind": "lucky",
    "heading": "Where we got lucky",
    "depth": 3,
    "required": true,
    "covers": [],
    "prompts": [
     "What could have made it worse? What spared us, and would it spare us again?"
    ],
    "body": "- {item}"
   },
   {
    "kind": "actions",
    "heading": "Action items",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What changes in the system, of which type (investigate, repair, detect, mitigate, prevent), by whom and until when?"
    ],
    "body": "| Type | Action | Owner | Due | Ticket | Status |\n| ---- | ------ | ----- | --- | ------ | ------ |\n| {type} | {action} | {owner} | {due} | {ticket} | {status} |"
   },
   {
    "kind": "questions",
    "heading": "Open questions",
    "depth": 2,
    "required": false,
    "covers": [],
    "prompts": [
     "What do we still not know, and who will find out?"
    ]
   }
  ],
  "metadata": [
   "template",
   "id",
   "severity",
   "status",
   "date",
   "timezone",
   "owner",
   "facilitator",
   "scribe"
  ]
 },
 {
  "id": "sre-book",
  "name": "SRE book post-mortem",
  "purpose": "For teams that know the short form of the SRE book, with typed action items.",
  "source": "Site Reliability Engineering, appendix D",
  "sections": [
   {
    "kind": "summary",
    "heading": "Summary",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "One or two sentences: how long, for whom, and in which way the service was not available."
    ]
   },
   {
    "kind": "impact",
    "heading": "Impact",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What was lost, in queries, users or money."
    ]
   },
   {
    "kind": "causes",
    "heading": "Root causes",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Which conditions came together? Describe how each let the failure pass."
    ],
    "body": "- {cause}"
   },
   {
    "kind": "trigger",
    "heading": "Trigger",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Which event met those conditions?"
    ]
   },
   {
    "kind": "resolution",
    "heading": "Resolution",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What brought the service back, step by step."
    ]
   },
   {
    "kind": "detection",
    "heading": "Detection",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Which alert or person noticed, and when."
    ]
   },
   {
    "kind": "actions",
    "heading": "Action items",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Each with a type (prevent, mitigate, process, other), an owner and a bug."
    ],
    "body": "| Action item | Type | Owner | Bug | Status |\n| ----------- | ---- | ----- | --- | ------ |\n| {action} | {type} | {owner} | {bug} | {status} |"
   },
   {
    "kind": "lessons",
    "heading": "Lessons learned",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What is new to us? The three parts below take it apart."
    ]
   },
   {
    "kind": "well",
    "heading": "What went well",
    "depth": 3,
    "required": true,
    "covers": [],
    "prompts": [
     "What helped, and why?"
    ],
    "body": "- {item}"
   },
   {
    "kind": "poor",
    "heading": "What went wrong",
    "depth": 3,
    "required": true,
    "covers": [],
    "prompts": [
     "What stood in the way?"
    ],
    "body": "- {item}"
   },
   {
    "kind": "lucky",
    "heading": "Where we got lucky",
    "depth": 3,
    "required": true,
    "covers": [],
    "prompts": [
     "What could have gone another way?"
    ],
    "body": "- {item}"
   },
   {
    "kind": "timeline",
    "heading": "Timeline",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "One event an entry, the date in front of the first. Mark the start and the end of the outage."
    ],
    "body": "All times in {timezone:UTC}.\n\n- {time} {event}"
   },
   {
    "kind": "support",
    "heading": "Supporting information",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Dashboards, graphs and logs that the account rests on."
    ]
   }
  ],
  "metadata": [
   "template",
   "id",
   "status",
   "date",
   "authors"
  ]
 },
 {
  "id": "sre-workbook",
  "name": "SRE workbook post-mortem",
  "purpose": "For larger incidents. Background and a glossary for readers from elsewhere, and priorities on every action.",
  "source": "The Site Reliability Workbook, chapter 10",
  "sections": [
   {
    "kind": "summary",
    "heading": "Executive summary",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Impact and causes in one paragraph, for readers who stop here."
    ]
   },
   {
    "kind": "meta",
    "heading": "Problem summary",
    "depth": 2,
    "required": false,
    "covers": [],
    "prompts": [
     "Duration, products affected, share of users, revenue, and how it was noticed."
    ],
    "body": "| Duration | Products | Users affected | Revenue | Detection |\n| -------- | -------- | -------------- | ------- | --------- |\n| {duration} | {products} | {users} | {revenue} | {detection} |"
   },
   {
    "kind": "background",
    "heading": "Background",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What must a reader from another team know? Explain the terms used below."
    ]
   },
   {
    "kind": "impact",
    "heading": "Impact",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What it meant to users, to the business and to the people on call."
    ]
   },
   {
    "kind": "causes",
    "heading": "Root causes and trigger",
    "depth": 2,
    "required": true,
    "covers": [
     "trigger"
    ],
    "prompts": [
     "Which conditions were there already, and which event set them off?"
    ]
   },
   {
    "kind": "detection",
    "heading": "Detection",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What noticed, how late, and what would have noticed earlier?"
    ]
   },
   {
    "kind": "response",
    "heading": "Recovery efforts",
    "depth": 2,
    "required": true,
    "covers": [
     "resolution"
    ],
    "prompts": [
     "What was tried, by which role, what did it show, and what brought the service back?"
    ]
   },
   {
    "kind": "lessons",
    "heading": "Lessons learned",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What is new to us? The three parts below take it apart."
    ]
   },
   {
    "kind": "well",
    "heading": "Things that went well",
    "depth": 3,
    "required": true,
    "covers": [],
    "prompts": [
     "What worked, and what made it work?"
    ],
    "body": "- {item}"
   },
   {
    "kind": "poor",
    "heading": "Things that went poorly",
    "depth": 3,
    "required": true,
    "covers": [],
    "prompts": [
     "Which conditions made it longer, larger or harder?"
    ],
    "body": "- {item}"
   },
   {
    "kind": "lucky",
    "heading": "Where we got lucky",
    "depth": 3,
    "required": true,
    "covers": [],
    "prompts": [
     "What spared us, and would it spare us again?"
    ],
    "body": "- {item}"
   },
   {
    "kind": "actions",
    "heading": "Action items",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Each with one owner, a type, a priority and a bug; prevention and mitigation both."
    ],
    "body": "| Action item | Type | Priority | Owner | Bug |\n| ----------- | ---- | -------- | ----- | --- |\n| {action} | {type} | {priority} | {owner} | {bug} |"
   },
   {
    "kind": "timeline",
    "heading": "Timeline",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "From the first sign to the all-clear, with links to what was seen."
    ],
    "body": "All times in {timezone:UTC}.\n\n- {time} {event}"
   },
   {
    "kind": "support",
    "heading": "Supporting information",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Graphs, logs and the calculations behind the numbers above."
    ]
   }
  ],
  "metadata": [
   "template",
   "id",
   "status",
   "date",
   "owner",
   "published"
  ]
 },
 {
  "id": "pagerduty",
  "name": "PagerDuty post-mortem",
  "purpose": "For incidents with a wide audience. Ends with the text for customers.",
  "source": "PagerDuty, Postmortems guide",
  "sections": [
   {
    "kind": "summary",
    "heading": "Overview",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "In one or two sentences: what customers saw, and since when it is over."
    ]
   },
   {
    "kind": "summary",
    "heading": "What happened",
    "depth": 2,
    "required": false,
    "covers": [],
    "prompts": [
     "A short account for somebody who was not there, with the terms it needs."
    ]
   },
   {
    "kind": "causes",
    "heading": "Contributing factors",
    "depth": 2,
    "required": true,
    "covers": [
     "trigger"
    ],
    "prompts": [
     "Which conditions, in technology and in the way of working, came together?"
    ],
    "body": "- {factor}"
   },
   {
    "kind": "resolution",
    "heading": "Resolution",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What was done to end the impact, and what is done against a return?"
    ]
   },
   {
    "kind": "impact",
    "heading": "Impact",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Fill in every row; “none” is an answer."
    ],
    "body": "| Time in SEV | Customers affected | Events lost | Support requests |\n| ----------- | ------------------ | ----------- | ---------------- |\n| {time} | {customers} | {events} | {requests} |"
   },
   {
    "kind": "people",
    "heading": "Responders",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Incident commander, scribe and everyone who helped, by role."
    ]
   },
   {
    "kind": "timeline",
    "heading": "Timeline",
    "depth": 2,
    "required": true,
    "covers": [
     "detection"
    ],
    "prompts": [
     "Each entry with the page, graph or message that it comes from."
    ],
    "body": "All times in UTC.\n\n| Time (UTC) | Event | Data |\n| ---------- | ----- | ---- |\n| {time} | {event} | {link} |"
   },
   {
    "kind": "lessons",
    "heading": "How'd we do",
    "depth": 2,
    "required": false,
    "covers": [],
    "prompts": [
     "Nothing needs to stand under either heading."
    ]
   },
   {
    "kind": "well",
    "heading": "What went well",
    "depth": 3,
    "required": false,
    "covers": [],
    "prompts": [
     "What helped people to see, to decide or to act?"
    ],
    "body": "- {item}"
   },
   {
    "kind": "poor",
    "heading": "What didn't go so well",
    "depth": 3,
    "required": true,
    "covers": [],
    "prompts": [
     "What slowed seeing, deciding or acting?"
    ],
    "body": "- {item}"
   },
   {
    "kind": "actions",
    "heading": "Action items",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Tickets with owners; the most urgent first."
    ],
    "body": "- [ ] {action}"
   },
   {
    "kind": "external",
    "heading": "Messaging",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What customers are told: a summary, what happened, and what is being done."
    ]
   }
  ],
  "metadata": [
   "template",
   "id",
   "severity",
   "status",
   "date",
   "owner",
   "incident_commander",
   "review_date"
  ]
 },
 {
  "id": "atlassian",
  "name": "Atlassian post-mortem",
  "purpose": "For teams that trace an incident with five whys and a backlog check.",
  "source": "Atlassian, Incident management handbook",
  "sections": [
   {
    "kind": "summary",
    "heading": "Incident summary",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Between when and when, who could not do what, set off by which event, noticed how?"
    ]
   },
   {
    "kind": "background",
    "heading": "Leadup",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Which circumstances and changes led up to it?"
    ]
   },
   {
    "kind": "trigger",
    "heading": "Fault",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What did not behave as expected, and how? Add graphs."
    ]
   },
   {
    "kind": "impact",
    "heading": "Impact",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What internal and external users met, how many, and how many support cases came in."
    ]
   },
   {
    "kind": "detection",
    "heading": "Detection",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "When and by what was it noticed? How could that time be halved?"
    ]
   },
   {
    "kind": "response",
    "heading": "Response",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Who responded, when, and what stood in their way?"
    ]
   },
   {
    "kind": "resolution",
    "heading": "Recovery",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "How did the service come back, and how could that be faster?"
    ]
   },
   {
    "kind": "timeline",
    "heading": "Timeline",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Lead-up, start, detection, escalations, decisions, end."
    ],
    "body": "All times in {timezone:UTC}.\n\n- {time} {event}"
   },
   {
    "kind": "causes",
    "heading": "Five whys",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Begin with the impact and ask how it was possible, until a condition is reached that can be changed. Branch where there are several answers."
    ],
    "body": "1. {answer}"
   },
   {
    "kind": "causes",
    "heading": "Root cause",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Which condition, once changed, keeps this class of incident from coming back?"
    ]
   },
   {
    "kind": "recurrence",
    "heading": "Backlog check",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Was there work in the backlog that bears on this? Why had it waited?"
    ]
   },
   {
    "kind": "recurrence",
    "heading": "Recurrence",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Has the same condition led to an incident before? What came of its actions?"
    ]
   },
   {
    "kind": "lessons",
    "heading": "Lessons learned",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What went well, what could be better, and what was found out?"
    ]
   },
   {
    "kind": "actions",
    "heading": "Corrective actions",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Each with an owner and a date; at least one that prevents or mitigates the class, not only this case."
    ],
    "body": "| Action | Type | Owner | Due | Ticket |\n| ------ | ---- | ----- | --- | ------ |\n| {action} | {type} | {owner} | {due} | {ticket} |"
   }
  ],
  "metadata": [
   "template",
   "id",
   "severity",
   "status",
   "date",
   "timezone",
   "owner"
  ]
 },
 {
  "id": "coe",
  "name": "Correction of errors",
  "purpose": "For incidents whose account must rest on data, with a review across teams.",
  "source": "Amazon, Correction of errors",
  "sections": [
   {
    "kind": "summary",
    "heading": "What happened",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "A summary that stands alone: what customers met, when, for how long, and what ended it."
    ]
   },
   {
    "kind": "impact",
    "heading": "Impact on customers and business",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "How many customers, which functions, and what it meant for the business."
    ]
   },
   {
    "kind": "support",
    "heading": "Supporting data",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Graphs of the metrics that show start, size and end."
    ]
   },
   {
    "kind": "timeline",
    "heading": "Timeline",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "One event an entry; every gap of more than ten minutes explained."
    ],
    "body": "All times in {timezone:UTC}.\n\n- {time} {event}"
   },
   {
    "kind": "detection",
    "heading": "Detection",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "When and how was it noticed? How could that time be halved?"
    ]
   },
   {
    "kind": "response",
    "heading": "Diagnosis and mitigation",
    "depth": 2,
    "required": true,
    "covers": [
     "resolution"
    ],
    "prompts": [
     "When was the cause understood, what ended the impact, and how could each time be halved?"
    ]
   },
   {
    "kind": "causes",
    "heading": "Contributing factors",
    "depth": 2,
    "required": true,
    "covers": [
     "trigger"
    ],
    "prompts": [
     "Ask how each answer was possible until it points at something to change; follow more than one branch."
    ],
    "body": "- {factor}"
   },
   {
    "kind": "recurrence",
    "heading": "Related items",
    "depth": 2,
    "required": false,
    "covers": [],
    "prompts": [
     "Earlier incidents with the same conditions, and work that was planned already."
    ]
   },
   {
    "kind": "lessons",
    "heading": "Lessons learned",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What do we know now about the system that we did not know before?"
    ]
   },
   {
    "kind": "actions",
    "heading": "Action items",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Each with an owner, a priority and a date."
    ],
    "body": "| Action | Owner | Priority | Due |\n| ------ | ----- | -------- | --- |\n| {action} | {owner} | {priority} | {due} |"
   }
  ],
  "metadata": [
   "template",
   "id",
   "status",
   "date",
   "owner"
  ]
 },
 {
  "id": "ntsb",
  "name": "Accident report",
  "purpose": "For severe incidents with several parties. Facts first, then analysis, then findings and recommendations.",
  "source": "National Transportation Safety Board, report format",
  "sections": [
   {
    "kind": "summary",
    "heading": "Synopsis",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What happened, the probable cause in one sentence, and what is recommended."
    ]
   },
   {
    "kind": "timeline",
    "heading": "History of events",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Only what was observed, in the order in which it happened."
    ],
    "body": "All times in {timezone:UTC}.\n\n- {time} {event}"
   },
   {
    "kind": "background",
    "heading": "Factual information",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "The system, its people, their tools, procedures and training as they were on that day."
    ]
   },
   {
    "kind": "impact",
    "heading": "Damage",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What was lost, by whom, and what it cost."
    ]
   },
   {
    "kind": "response",
    "heading": "Response",
    "depth": 2,
    "required": true,
    "covers": [
     "detection",
     "resolution"
    ],
    "prompts": [
     "What the parties noticed, did and decided until the end of the emergency."
    ]
   },
   {
    "kind": "causes",
    "heading": "Analysis",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "How the facts fit together, what was ruled out, and how certain each step is."
    ]
   },
   {
    "kind": "causes",
    "heading": "Findings",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Numbered statements that the analysis supports, safety issues or not."
    ],
    "body": "1. {finding}"
   },
   {
    "kind": "causes",
    "heading": "Probable cause",
    "depth": 2,
    "required": true,
    "covers": [
     "trigger"
    ],
    "prompts": [
     "The conditions without which it would not have taken place, and what contributed."
    ]
   },
   {
    "kind": "actions",
    "heading": "Recommendations",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "To whom, and what is to change."
    ],
    "body": "1. {recommendation}"
   },
   {
    "kind": "people",
    "heading": "Parties",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Who took part in the investigation, and for whom."
    ]
   },
   {
    "kind": "support",
    "heading": "Appendices",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Logs, interviews and test reports."
    ]
   }
  ],
  "metadata": [
   "template",
   "id",
   "status",
   "date",
   "timezone",
   "participants",
   "published"
  ]
 },
 {
  "id": "mm-sbar",
  "name": "Morbidity and mortality review (SBAR)",
  "purpose": "For a conference in which one case is presented and discussed by people who were not part of it.",
  "source": "Morbidity and mortality conference, with the SBAR structure",
  "sections": [
   {
    "kind": "summary",
    "heading": "Situation",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "The case in one minute: what happened, to whom, and how it ended."
    ]
   },
   {
    "kind": "background",
    "heading": "Background",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What was known at the time, and what the people involved had in front of them."
    ]
   },
   {
    "kind": "impact",
    "heading": "Outcome",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Which harm came of it, how severe, and what was done for those who were hurt?"
    ]
   },
   {
    "kind": "causes",
    "heading": "Assessment",
    "depth": 2,
    "required": true,
    "covers": [
     "trigger",
     "detection",
     "response",
     "resolution"
    ],
    "prompts": [
     "What contributed, bone by bone of the fishbone: tools, change, detection, architecture, load, work situation, knowledge, organisation."
    ],
    "body": "- {factor}"
   },
   {
    "kind": "poor",
    "heading": "What could have gone better",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Where did the system make the next step hard?"
    ],
    "body": "- {item}"
   },
   {
    "kind": "lessons",
    "heading": "Teaching points",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What should everybody in the room take home?"
    ],
    "body": "1. {point}"
   },
   {
    "kind": "actions",
    "heading": "Recommendations",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What is to change, who takes it on, and when is it looked at again?"
    ],
    "body": "- [ ] {action}"
   },
   {
    "kind": "support",
    "heading": "Literature",
    "depth": 2,
    "required": false,
    "covers": [],
    "prompts": [
     "Earlier cases and reading."
    ]
   }
  ],
  "metadata": [
   "template",
   "severity",
   "status",
   "date",
   "presenter",
   "facilitator",
   "scribe",
   "participants"
  ]
 },
 {
  "id": "review-meeting",
  "name": "Review meeting",
  "purpose": "For a meeting of an hour. The timeline is written before; only what fits into a week is decided.",
  "source": "David Blythe, Blameless post-mortems",
  "sections": [
   {
    "kind": "background",
    "heading": "Expectations",
    "depth": 2,
    "required": false,
    "covers": [],
    "prompts": [
     "Read aloud at the start: how we talk, who leads, what this meeting is not for."
    ]
   },
   {
    "kind": "timeline",
    "heading": "Timeline",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Written and sent a day before the meeting. Mark every entry as fact, assumption or expectation."
    ],
    "body": "All times in {timezone:UTC}.\n\n- {time} [fact] {event}"
   },
   {
    "kind": "causes",
    "heading": "Contributing conditions",
    "depth": 2,
    "required": true,
    "covers": [
     "trigger",
     "detection",
     "resolution"
    ],
    "prompts": [
     "How did it make sense at each step? Which conditions came together?"
    ],
    "body": "- {condition}"
   },
   {
    "kind": "lessons",
    "heading": "What we learned",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What does somebody in the room know now that was new to them?"
    ],
    "body": "- {lesson}"
   },
   {
    "kind": "lucky",
    "heading": "Where we got lucky",
    "depth": 2,
    "required": false,
    "covers": [],
    "prompts": [
     "What could have made it worse?"
    ],
    "body": "- {item}"
   },
   {
    "kind": "actions",
    "heading": "Action items",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Only what one named person can do within a week; for larger work, its first step."
    ],
    "body": "- [ ] {action}"
   },
   {
    "kind": "questions",
    "heading": "Open questions",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What is left to find out, and who brings the answer?"
    ],
    "body": "- {question}"
   },
   {
    "kind": "people",
    "heading": "Participants",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Who was there, in which role."
    ]
   }
  ],
  "metadata": [
   "template",
   "severity",
   "status",
   "date",
   "timezone",
   "review_date",
   "facilitator",
   "presenter",
   "scribe",
   "participants"
  ]
 },
 {
  "id": "retrospective",
  "name": "Retrospective",
  "purpose": "For looking back at two weeks of work without an incident. Thanks are part of it.",
  "source": "David Blythe, Blameless post-mortems",
  "sections": [
   {
    "kind": "recurrence",
    "heading": "Last actions",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What became of the actions of the last retrospective?"
    ],
    "body": "- {action}"
   },
   {
    "kind": "well",
    "heading": "Accomplishments",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "After ten minutes of silence: the three biggest of each, grouped."
    ],
    "body": "- {accomplishment}"
   },
   {
    "kind": "poor",
    "heading": "What could be better",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What cost more time or patience than it had to?"
    ],
    "body": "- {item}"
   },
   {
    "kind": "people",
    "heading": "Thank you",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Who helped whom? Said aloud."
    ],
    "body": "- {thanks}"
   },
   {
    "kind": "lessons",
    "heading": "Lessons learned",
    "depth": 2,
    "required": false,
    "covers": [],
    "prompts": [
     "What do we want to remember?"
    ]
   },
   {
    "kind": "actions",
    "heading": "Action items",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Few, with names; looked at first next time."
    ],
    "body": "- [ ] {action}"
   }
  ],
  "metadata": [
   "template",
   "date",
   "facilitator",
   "scribe",
   "participants"
  ]
 },
 {
  "id": "howie",
  "name": "How we got here",
  "purpose": "For incidents worth an investigation with interviews. Themes and several views, not one cause.",
  "source": "Jeli, Howie guide to post-incident investigations",
  "sections": [
   {
    "kind": "summary",
    "heading": "Overview",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What happened in a few sentences, and what this report is about."
    ]
   },
   {
    "kind": "background",
    "heading": "Background",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "How the system and the work around it usually go, and what had changed."
    ]
   },
   {
    "kind": "impact",
    "heading": "Impact",
    "depth": 2,
    "required": false,
    "covers": [],
    "prompts": [
     "Who noticed what."
    ]
   },
   {
    "kind": "timeline",
    "heading": "Timelines",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "One timeline for each point of view; note hypotheses when they come up and when they end."
    ],
    "body": "All times in {timezone:UTC}.\n\n- {time} {event}"
   },
   {
    "kind": "response",
    "heading": "Coordination",
    "depth": 2,
    "required": true,
    "covers": [
     "detection",
     "resolution"
    ],
    "prompts": [
     "Who knew what through which channel, how people joined, and what made that easy or hard."
    ]
   },
   {
    "kind": "causes",
    "heading": "Themes",
    "depth": 2,
    "required": true,
    "covers": [
     "trigger"
    ],
    "prompts": [
     "What came together, told as themes rather than as a chain that ends in one cause."
    ],
    "body": "- {theme}"
   },
   {
    "kind": "lucky",
    "heading": "Surprises",
    "depth": 2,
    "required": false,
    "covers": [],
    "prompts": [
     "What surprised the people who know the system best?"
    ],
    "body": "- {surprise}"
   },
   {
    "kind": "lessons",
    "heading": "Takeaways",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What do we know now about the system and about each other’s work?"
    ],
    "body": "- {takeaway}"
   },
   {
    "kind": "questions",
    "heading": "Open questions",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What did the interviews leave open?"
    ],
    "body": "- {question}"
   },
   {
    "kind": "actions",
    "heading": "Action items",
    "depth": 2,
    "required": false,
    "covers": [],
    "prompts": [
     "If any: decided in a meeting of its own, some days later."
    ],
    "body": "- [ ] {action}"
   },
   {
    "kind": "people",
    "heading": "Interviewees",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Who told their part, by role."
    ]
   },
   {
    "kind": "support",
    "heading": "Supporting information",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Channels, recordings and graphs."
    ]
   }
  ],
  "metadata": [
   "template",
   "id",
   "status",
   "date",
   "owner",
   "participants"
  ]
 },
 {
  "id": "minimal",
  "name": "Minimal post-mortem",
  "purpose": "For small incidents. The five sections that no review can do without.",
  "source": "The sections that all published templates share",
  "sections": [
   {
    "kind": "summary",
    "heading": "Summary",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What happened, when, for how long, and how things stand now."
    ]
   },
   {
    "kind": "impact",
    "heading": "Impact",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "Who was affected, how many, and for how long?"
    ]
   },
   {
    "kind": "timeline",
    "heading": "Timeline",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "One event a line, each with its time."
    ],
    "body": "All times in {timezone:UTC}.\n\n- {time} {event}"
   },
   {
    "kind": "causes",
    "heading": "Contributing factors",
    "depth": 2,
    "required": true,
    "covers": [
     "trigger"
    ],
    "prompts": [
     "Which conditions had to be present together?"
    ],
    "body": "- {factor}"
   },
   {
    "kind": "actions",
    "heading": "Action items",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What changes, by whom and until when?"
    ],
    "body": "- [ ] {action}"
   }
  ],
  "metadata": [
   "template",
   "severity",
   "status",
   "date"
  ]
 },
 {
  "id": "external",
  "name": "Customer version",
  "purpose": "For people outside. What was seen, what happened, what changes, and nothing that only colleagues understand.",
  "source": "PagerDuty, external messaging",
  "sections": [
   {
    "kind": "summary",
    "heading": "Summary",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What could customers not do, from when to when, and is it over?"
    ]
   },
   {
    "kind": "summary",
    "heading": "What happened",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What led to it, in words that need no knowledge of the system?"
    ]
   },
   {
    "kind": "actions",
    "heading": "What we are doing",
    "depth": 2,
    "required": true,
    "covers": [],
    "prompts": [
     "What has changed already, and what will?"
    ]
   }
  ],
  "metadata": [
   "template",
   "audience",
   "attribution",
   "status",
   "date"
  ]
 }
]
