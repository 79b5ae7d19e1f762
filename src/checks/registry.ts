import { e01 } from './rules/e01';
import { e02 } from './rules/e02';
import { e03 } from './rules/e03';
import { e04 } from './rules/e04';
import { e05 } from './rules/e05';
import { e06 } from './rules/e06';
import { e07 } from './rules/e07';
import { e08 } from './rules/e08';
import { e09 } from './rules/e09';
import { e10 } from './rules/e10';
import { e11 } from './rules/e11';
import { e12 } from './rules/e12';
import { e13 } from './rules/e13';
import { e14 } from './rules/e14';
import { e15 } from './rules/e15';
import { e16 } from './rules/e16';
import { e17 } from './rules/e17';
import { e18 } from './rules/e18';
import { e19 } from './rules/e19';
import { e20 } from './rules/e20';
import { e21 } from './rules/e21';
import { t01 } from './rules/t01';
import { t02 } from './rules/t02';
import { t03 } from './rules/t03';
import { t04 } from './rules/t04';
import { t05 } from './rules/t05';
import { p01 } from './rules/p01';
import { p02 } from './rules/p02';
import { u01 } from './rules/u01';
import { n01 } from './rules/n01';
import { n02 } from './rules/n02';
import type { Rule } from './rule';
import type { RuleId } from './types';

/** Every rule over one document, in the order of docs/checks.md. */
export const RULES: readonly Rule[] = [
  e01,
  e02,
  e03,
  e04,
  e05,
  e06,
  e07,
  e08,
  e09,
  e10,
  e11,
  e12,
  e13,
  e14,
  e15,
  e16,
  e17,
  e18,
  e19,
  e20,
  e21,
  t01,
  t02,
  t03,
  t04,
  t05,
  p01,
  p02,
  u01,
  n01,
  n02,
];

export function ruleOf(id: RuleId): Rule | null {
  return RULES.find((rule) => rule.id === id) ?? null;
}
