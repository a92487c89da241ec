import type {DocumentRule} from '../rule.ts'
import {emptySection} from './empty-section.ts'
import {missingSection} from './missing-section.ts'
import {placeholderText} from './placeholder-text.ts'
import {sectionOrder} from './section-order.ts'

export const STRUCTURE_RULES: readonly DocumentRule[] = [missingSection, emptySection, placeholderText, sectionOrder]
