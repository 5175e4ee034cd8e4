import * as z from 'zod'
import { exactly } from './exactly.ts'
import { platforms } from './session.ts'
import type { UserExport } from './user-export.ts'
import { userInfoSchema } from './user-info.schema.ts'

const platform = z.enum(platforms)
const instant = z.iso.datetime()

export const userExportSchema = exactly<UserExport>()(
  z
    .strictObject({
      exportedAt: instant,
      user: userInfoSchema,
      registration: z.strictObject({ registeredAt: instant, entryKind: z.string().nullable() }).nullable(),
      identities: z.array(
        z.strictObject({
          platform,
          appId: z.string(),
          subjectMasked: z.string(),
          unionSubjectMasked: z.string().nullable(),
          createdAt: instant,
        }),
      ),
      consents: z.array(
        z.strictObject({
          id: z.string(),
          version: z.string(),
          agreedAt: instant,
          screen: z.string().nullable(),
          withdrawnAt: instant.nullable(),
        }),
      ),
      devices: z.array(
        z.strictObject({ platform, model: z.string().nullable(), createdAt: instant, lastSeenAt: instant }),
      ),
      rides: z.array(
        z.strictObject({
          id: z.string(),
          trailId: z.string(),
          deviceId: z.string(),
          entryKind: z.string(),
          day: z.string(),
          startedAt: instant,
          finishedAt: instant.nullable(),
          movingSeconds: z.number(),
          distanceMeters: z.number(),
          workJoules: z.number(),
        }),
      ),
      standings: z.array(z.strictObject({ trailId: z.string(), period: z.string(), distanceMeters: z.number() })),
      steps: z.array(z.strictObject({ day: z.string(), steps: z.int() })),
      scans: z.array(z.strictObject({ deviceId: z.string(), expiresAt: instant })),
      joins: z.array(z.strictObject({ cause: z.string(), joinedAt: instant })),
    })
    .meta({ id: 'UserExport' }),
)
