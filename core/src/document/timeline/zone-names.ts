/** Offsets from UTC in minutes of the abbreviations that people write. Ambiguous ones stand for their most written meaning. */
export const ABBREVIATIONS: Readonly<Record<string, number>> = {
  UTC: 0, GMT: 0, Z: 0, WET: 0, WEST: 60, CET: 60, MEZ: 60, BST: 60, WAT: 60, CEST: 120, MESZ: 120, EET: 120, CAT: 120, SAST: 120,
  EEST: 180, MSK: 180, EAT: 180, TRT: 180, GST: 240, PKT: 300, IST: 330, NPT: 345, ICT: 420, WIB: 420, HKT: 480, SGT: 480, PHT: 480,
  MYT: 480, AWST: 480, JST: 540, KST: 540, ACST: 570, AEST: 600, ACDT: 630, AEDT: 660, NZST: 720, NZDT: 780,
  NST: -210, NDT: -150, BRT: -180, ART: -180, ADT: -180, AST: -240, EDT: -240, CLT: -240, EST: -300, CDT: -300, COT: -300, PET: -300,
  CST: -360, MDT: -360, MST: -420, PDT: -420, PST: -480, AKDT: -480, AKST: -540, HST: -600,
}

/** Abbreviations of one half of the year, with the place whose clocks they name; for saying that the other half was meant. */
export const SEASONAL: Readonly<Record<string, string>> = {
  PST: 'America/Los_Angeles', PDT: 'America/Los_Angeles', MST: 'America/Denver', MDT: 'America/Denver', CST: 'America/Chicago',
  CDT: 'America/Chicago', EST: 'America/New_York', EDT: 'America/New_York', BST: 'Europe/London', GMT: 'Europe/London',
  WET: 'Europe/Lisbon', WEST: 'Europe/Lisbon', CET: 'Europe/Berlin', CEST: 'Europe/Berlin', MEZ: 'Europe/Berlin', MESZ: 'Europe/Berlin',
  EET: 'Europe/Helsinki', EEST: 'Europe/Helsinki', AEST: 'Australia/Sydney', AEDT: 'Australia/Sydney', NZST: 'Pacific/Auckland',
  NZDT: 'Pacific/Auckland', AKST: 'America/Anchorage', AKDT: 'America/Anchorage',
}

/** Names that hold in summer and winter, in lower case, and the place whose clocks they mean. */
export const PLACES: Readonly<Record<string, string>> = {
  pt: 'America/Los_Angeles', pacific: 'America/Los_Angeles', 'us/pacific': 'America/Los_Angeles', 'uc/pacific': 'America/Los_Angeles',
  mt: 'America/Denver', mountain: 'America/Denver', 'us/mountain': 'America/Denver', ct: 'America/Chicago', central: 'America/Chicago',
  'us/central': 'America/Chicago', et: 'America/New_York', eastern: 'America/New_York', 'us/eastern': 'America/New_York',
  'central european': 'Europe/Berlin', 'eastern european': 'Europe/Helsinki', 'western european': 'Europe/Lisbon', uk: 'Europe/London',
  british: 'Europe/London', london: 'Europe/London', berlin: 'Europe/Berlin', paris: 'Europe/Paris', zurich: 'Europe/Zurich',
  amsterdam: 'Europe/Amsterdam', dublin: 'Europe/Dublin', irish: 'Europe/Dublin', indian: 'Asia/Kolkata', india: 'Asia/Kolkata',
  japan: 'Asia/Tokyo', tokyo: 'Asia/Tokyo', singapore: 'Asia/Singapore', sydney: 'Australia/Sydney', nairobi: 'Africa/Nairobi',
}
