/** One metric in the Prometheus text format: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export interface Metric {
  render(): string
}

interface Description {
  name: string
  help: string
  labels?: readonly string[]
}

export interface Counter extends Metric {
  add(amount: number, ...labels: string[]): void
}

export interface Gauge extends Metric {
  set(value: number, ...labels: string[]): void
}

export interface Histogram extends Metric {
  observe(value: number, ...labels: string[]): void
}

const separator = '\u0000'

/** Each label value creates a time series that is never removed, so values must come from a short fixed list. */
export function createCounter(description: Description): Counter {
  const series = new Map<string, number>()
  return {
    add(amount, ...labels) {
      const key = labels.join(separator)
      series.set(key, (series.get(key) ?? 0) + amount)
    },
    render: () => renderValues(description, 'counter', series),
  }
}

export function createGauge(description: Description): Gauge {
  const series = new Map<string, number>()
  return {
    set: (value, ...labels) => void series.set(labels.join(separator), value),
    render: () => renderValues(description, 'gauge', series),
  }
}

/** `bounds` are the inclusive upper bounds of the buckets, ascending; the +Inf bucket is added. */
export function createHistogram(description: Description & { bounds: readonly number[] }): Histogram {
  const { name, labels: names, bounds } = description
  const series = new Map<string, { counts: number[]; sum: number }>()

  function renderSeries([key, { counts, sum }]: [string, { counts: number[]; sum: number }]): string[] {
    const labels = labelsOf(names, key)
    let total = 0
    const buckets = [...bounds.map(String), '+Inf'].map((bound, index) => {
      total += counts[index] ?? 0
      return sample(`${name}_bucket`, [...labels, ['le', bound]], total)
    })
    return [...buckets, sample(`${name}_sum`, labels, sum), sample(`${name}_count`, labels, total)]
  }

  return {
    observe(value, ...labels) {
      const key = labels.join(separator)
      let found = series.get(key)
      if (!found) {
        found = { counts: new Array<number>(bounds.length + 1).fill(0), sum: 0 }
        series.set(key, found)
      }
      let bucket = 0
      while (bucket < bounds.length && value > (bounds[bucket] ?? 0)) bucket++
      found.counts[bucket] = (found.counts[bucket] ?? 0) + 1
      found.sum += value
    },
    render: () => [...heading(description, 'histogram'), ...[...series].flatMap(renderSeries)].join('\n'),
  }
}

function renderValues(description: Description, type: string, series: ReadonlyMap<string, number>): string {
  const samples = [...series].map(([key, value]) => sample(description.name, labelsOf(description.labels, key), value))
  return [...heading(description, type), ...samples].join('\n')
}

const heading = ({ name, help }: Description, type: string) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]

function labelsOf(names: readonly string[] = [], key: string): [string, string][] {
  const values = key.split(separator)
  return names.map((name, index) => [name, values[index] ?? ''])
}

function sample(name: string, labels: readonly (readonly [string, string])[], value: number): string {
  const pairs = labels.map(([label, text]) => `${label}="${text.replace(/[\\"\n]/g, escapeOf)}"`)
  return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`
}

const escapeOf = (character: string) => (character === '\n' ? '\\n' : `\\${character}`)
