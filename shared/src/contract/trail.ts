import { endpoint } from './endpoint.ts'

/** A trail, with its distance from a position, which is not stored. */
export interface Trail {
  id: string
  name: string
  lengthMeters: number
  /** The distance to the trail's area, 0 inside it; `null` without a position, or if the trail has no location. */
  distanceMeters: number | null
  /** `null` if unknown. */
  inRange: boolean | null
}

export interface TrailList {
  /** Nearest first; trails of unknown distance last, by name. */
  trails: Trail[]
}

/** Query: `latitude` and `longitude` in degrees (GCJ-02, as `wx.getLocation` gives them), both or neither. */
export const listTrails = endpoint<void, TrailList>('listTrails', 'GET', '/v1/trails')
