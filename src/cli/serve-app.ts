import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { answerStore, sweepStore } from './store-folder'

/** What a page may do: everything from here, nothing from elsewhere, no code from strings (WASM apart). */
export const CONTENT_SECURITY_POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.fountain': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.wgsl': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.gif': 'image/gif',
  '.apng': 'image/apng',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

export interface ServeOptions {
  /** Folder of the built page. */
  readonly appFolder: string
  /** Folder that `/store/<token>/` reads and writes; without it there is no store. */
  readonly storeFolder?: string
  /** 0 takes a free one. */
  readonly port?: number
}

/** The page, served to this machine only. */
export interface AppServer {
  /** `http://127.0.0.1:port/` */
  readonly url: string
  /** Opens the store: files are at `/store/<token>/<name>`. */
  readonly token: string
  close(): Promise<void>
}

/**
 * Serves the built page, and a folder to write to, on 127.0.0.1 only. Requests under another host name are refused
 * (a web page elsewhere could otherwise reach this server by DNS), and so is every path outside the two folders.
 * @throws Error if the port is taken.
 */
export async function serveApp(options: ServeOptions): Promise<AppServer> {
  const token = randomBytes(24).toString('base64url')
  const root = resolve(options.appFolder)
  const unfinished = new Set<string>()
  if (options.storeFolder !== undefined) await sweepStore(options.storeFolder)
  const server = createServer((request, response) => {
    handle(request, response).catch((error: Error) => {
      if (response.headersSent) response.destroy()
      else answer(response, 500, error.message)
    })
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    const { port } = server.address() as AddressInfo
    const host = request.headers.host ?? ''
    if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return answer(response, 403, 'this server answers on 127.0.0.1 only')
    // The raw path: a URL parser would fold `..` away before it could be refused.
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2)
    if (path.startsWith('/store/')) {
      const [, , given = '', ...rest] = path.split('/')
      if (!options.storeFolder || !sameToken(given, token)) return answer(response, 404, 'there is no such store')
      return answerStore(options.storeFolder, unfinished, rest.join('/'), new URLSearchParams(query), request, response)
    }
    return sendFile(root, path, request, response)
  }

  await listen(server, options.port ?? 0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    token,
    close: async () => {
      await new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      })
      await Promise.all([...unfinished].map((file) => rm(file, { force: true })))
    },
  }
}

async function sendFile(root: string, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'this file can only be read')
  const file = fileUnder(root, path)
  const info = file === undefined ? undefined : await stat(file).catch(() => undefined)
  if (!file || !info?.isFile()) return answer(response, 404, 'there is no such file')
  response.setHeader('Content-Type', TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream')
  // Built files carry their hash in their names; all else may change with the next build.
  response.setHeader('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.setHeader('Content-Length', info.size)
  response.writeHead(200)
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(file), response)
}

/** The file that a URL path names; undefined if it lies outside the folder or cannot be a path. */
export function fileUnder(root: string, path: string): string | undefined {
  let plain: string
  try {
    plain = decodeURIComponent(path)
  } catch {
    return undefined
  }
  if (plain.includes('\0') || plain.includes('\\') || plain.split('/').some((p) => p === '..' || (p.startsWith('.') && p.length > 1)))
    return undefined
  const file = join(root, plain.endsWith('/') ? `${plain}index.html` : plain)
  return file.startsWith(root + sep) ? file : undefined
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`${text}\n`)
}

function sameToken(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`port ${port} is taken: choose another with --port, or leave it out`) : error),
    )
    server.listen(port, '127.0.0.1', () => resolve())
  })
}
