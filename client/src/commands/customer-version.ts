import {openText} from './open-text.ts'

export const customerVersion = openText('postmortem.customerVersion', 'postmortem/customerVersion')
