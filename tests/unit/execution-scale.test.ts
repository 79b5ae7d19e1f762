import { readFileSync } from 'node:fs';
import Decimal from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { contrast, deviation, HEAT_STOPS, heatColour, heatGradient } from '../../src/charts/execution-scale';

const TOKENS = [
  ...[4, 3, 2, 1].map((n) => `--under-${n}`),
  '--even',
  ...[1, 2, 3, 4].map((n) => `--over-${n}`),
] as const;

describe('execution scale', () => {
  it('is that of the style sheet, in both themes', () => {
    const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');
    const colours = TOKENS.map((name) => new RegExp(`${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css));
    expect(HEAT_STOPS.light).toEqual(colours.map((match) => match?.[1]));
    expect(HEAT_STOPS.dark).toEqual(colours.map((match) => match?.[2]));
  });

  it('is grey at 100 %, blue below, orange above', () => {
    expect(heatColour(0, 'light').fill).toBe('#f3f3f1');
    expect(heatColour(-20, 'light').fill).toBe('#a5c8e4');
    expect(heatColour(37.5, 'light').fill).toBe('#e39a58');
  });

  it('mixes between its stops', () => {
    // Half way from --even #f3f3f1 (0) to --over-1 #f6e6d4 (7).
    expect(heatColour(3.5, 'light').fill).toBe('#f5ede3');
  });

  it('is clipped at 50 % and 150 %', () => {
    expect(heatColour(-100, 'light')).toEqual(heatColour(-50, 'light'));
    expect(heatColour(900, 'dark')).toEqual(heatColour(50, 'dark'));
    expect(heatColour(-49, 'light')).not.toEqual(heatColour(-50, 'light'));
  });

  it('keeps text readable at every deviation', () => {
    for (const scheme of ['light', 'dark'] as const) {
      for (let points = -50; points <= 50; points += 0.25) {
        const { fill, ink } = heatColour(points, scheme);
        expect(contrast(fill, ink), `${scheme} ${points}: ${ink} on ${fill}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2); // the textbook grey that just fails
  });

  it('turns a rate into points', () => {
    expect(deviation(new Decimal('0.4627'))).toBeCloseTo(-53.73, 9);
  });

  it('draws a legend with 100 % in the middle', () => {
    expect(heatGradient()).toMatch(
      /^linear-gradient\(90deg, light-dark\(#2a6fb0, #3f8ad0\) 0%.*\(#f3f3f1, #232a31\) 50%.*#d67f35\) 100%\)$/,
    );
  });
});
