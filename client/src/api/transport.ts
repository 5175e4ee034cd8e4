import type { Method } from '@trailpass/shared'

export interface TransportRequest {
  method: Method
  url: string
  headers: Record<string, string>
  /** Sent as JSON; absent when there is none. */
  body?: unknown
  timeoutMs: number
}

export interface TransportUpload {
  url: string
  headers: Record<string, string>
  /** Name of the file's field in the multipart body. */
  field: string
  /** A path or URL the platform's file picker gave. */
  filePath: string
  timeoutMs: number
}

export interface TransportResponse {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  /** Parsed JSON, or the raw body. */
  body: unknown
}

/** Sends a request to the BFF. Resolves for any HTTP status; throws `NetworkError` if no response arrives. */
export interface Transport {
  request(request: TransportRequest): Promise<TransportResponse>
  upload(upload: TransportUpload): Promise<TransportResponse>
}
