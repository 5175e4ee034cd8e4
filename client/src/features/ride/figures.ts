/** The live distance, precise enough that the last digit changes every few pedal strokes. */
export const liveKilometers = (meters: number) => (meters / 1000).toFixed(2)

export const kilometersPerHour = (metersPerSecond: number) => (metersPerSecond * 3.6).toFixed(1)

export const averageSpeed = (meters: number, seconds: number) => (seconds > 0 ? meters / seconds : 0)
