import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath } from '../support/browser.ts'
import { layoutFaults } from './layout-faults.ts'
import type { Scene } from './scene.ts'
import { openStudio, type Studio } from './studio.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const colorRules = ['color-contrast', 'link-in-text-block']

/** By night only the colours are others. */
async function axeFaults(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  // In the page itself: nothing of it is in frames, and a page more to sum up in takes a second.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (colorScheme === 'light' ? axe.withTags(rules) : axe.withRules(colorRules)).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  )
}

/** Plays the scenes one after another, and looks at each as axe and as somebody with bad eyes would. */
export function lookAtEach(subject: string, scenes: readonly Scene[]): void {
  describe.skipIf(chromiumPath === undefined)(subject, () => {
    let studio: Studio

    beforeAll(async () => {
      studio = await openStudio()
    })
    afterAll(() => studio.close())

    it.each(scenes)('$name is clean for axe by day and by night, and readable in large text', async (scene) => {
      const { page, context } = await studio.play(scene)
      try {
        for (const colorScheme of ['light', 'dark'] as const) {
          expect.soft(await axeFaults(page, colorScheme), colorScheme).toEqual([])
        }
        expect.soft(await layoutFaults(page), 'usual text').toEqual([])
        await page.addStyleTag({ content: ':root { font-size: 200% }' })
        expect.soft(await layoutFaults(page), 'text twice as large').toEqual([])
        await page.addStyleTag({ content: ':root { font-size: 100% }' })
        // WCAG 1.4.10: 320 CSS pixels, nothing scrolls sideways.
        await page.setViewportSize({ width: 320, height: 692 })
        expect.soft(await layoutFaults(page), 'narrow').toEqual([])
      } finally {
        await context.close()
      }
    })
  })
}
