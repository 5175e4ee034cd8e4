import { endpoint } from './endpoint.ts'

/** A trail, and how it lies to a position, which is not stored. */
export interface Trail {
  id: string
  name: string
  lengthMeters: number
  /** To the edge of the trail's area, 0 inside it; `null` without a position, or where the trail's is not known. */
  distanceMeters: number | null
  /** `null` where that cannot be told. */
  inRange: boolean | null
}

export interface TrailList {
  /** The nearest first; those of unknown distance last, by name. */
  trails: Trail[]
}

/** Query: `latitude` and `longitude` in degrees (GCJ-02, as `wx.getLocation` gives them), both or neither. */
export const listTrails = endpoint<void, TrailList>('listTrails', 'GET', '/v1/trails')
