/** Where a team keeps templates of its own, from the folder of its documents or one above. */
export const OWN_TEMPLATES = '.postmortem/templates'
