import { expect, it } from 'vitest'
import { createCounter, createGauge, createHistogram } from './metric.ts'

it('adds up by label, and escapes what a label may hold', () => {
  const counter = createCounter({ name: 'logins_total', help: 'How they ended.', labels: ['platform', 'outcome'] })
  counter.add(1, 'weapp', 'member')
  counter.add(2, 'weapp', 'member')
  counter.add(1, 'h5', 'a "b"\n\\')
  expect(counter.render()).toBe(
    [
      '# HELP logins_total How they ended.',
      '# TYPE logins_total counter',
      'logins_total{platform="weapp",outcome="member"} 3',
      'logins_total{platform="h5",outcome="a \\"b\\"\\n\\\\"} 1',
    ].join('\n'),
  )
})

it('shows the last value of a gauge', () => {
  const gauge = createGauge({ name: 'open', help: 'Whether.' })
  gauge.set(1)
  gauge.set(0)
  expect(gauge.render()).toMatch(/^open 0$/m)
})

it('counts a histogram into cumulative buckets, their upper ends included', () => {
  const histogram = createHistogram({ name: 'seconds', help: 'How long.', labels: ['op'], bounds: [0.1, 1] })
  for (const value of [0.1, 0.2, 1, 5]) histogram.observe(value, 'a')
  expect(histogram.render().split('\n').slice(2)).toEqual([
    'seconds_bucket{op="a",le="0.1"} 1',
    'seconds_bucket{op="a",le="1"} 3',
    'seconds_bucket{op="a",le="+Inf"} 4',
    'seconds_sum{op="a"} 6.3',
    'seconds_count{op="a"} 4',
  ])
})
