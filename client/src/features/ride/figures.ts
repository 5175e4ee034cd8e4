/** Live distance: the last digit moves every few pedal strokes. */
export const liveKilometers = (meters: number) => (meters / 1000).toFixed(2)

export const kilometersPerHour = (metersPerSecond: number) => (metersPerSecond * 3.6).toFixed(1)

export const averageSpeed = (meters: number, seconds: number) => (seconds > 0 ? meters / seconds : 0)

/** `4:05`, `1:04:05`. */
export function stopwatch(seconds: number): string {
  const whole = Math.floor(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  const parts = hours > 0 ? [hours, padded(minutes)] : [minutes]
  return [...parts, padded(whole % 60)].join(':')
}

const padded = (value: number) => String(value).padStart(2, '0')
