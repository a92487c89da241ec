import {openText} from './open-text.ts'

export const fishbone = openText('postmortem.fishbone', 'postmortem/fishbone')
