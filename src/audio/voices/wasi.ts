/** What a program left behind. */
export interface WasiRun {
  /** Its exit status; 0 when it went well. */
  readonly status: number
  /** What it wrote to standard output. */
  readonly stdout: string
  /** The files it was given, and those it wrote, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Error numbers of WASI (`wasi_snapshot_preview1`, type errno). */
const [BAD_FILE, NO_ENTRY, NOT_SEEKABLE] = [8, 44, 70]
/** File types of WASI: a terminal, a folder, a file. */
const [CHARACTERS, FOLDER, REGULAR] = [2, 3, 4]
/** Flags of `path_open`: make the file where there is none; empty it. */
const [CREATE, TRUNCATE] = [1, 8]
/** The one folder there is. */
const ROOT = 3

class Exit {
  constructor(readonly status: number) {}
}

/** A file that grows as it is written. */
class MemoryFile {
  #bytes: Uint8Array
  #length: number

  constructor(bytes: Uint8Array = new Uint8Array(0)) {
    this.#bytes = bytes
    this.#length = bytes.length
  }

  get length(): number {
    return this.#length
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  write(at: number, data: Uint8Array): void {
    const end = at + data.length
    if (end > this.#bytes.length) {
      const more = new Uint8Array(Math.max(end, this.#bytes.length * 2, 65536))
      more.set(this.bytes)
      this.#bytes = more
    }
    this.#bytes.set(data, at)
    this.#length = Math.max(this.#length, end)
  }
}

interface Open {
  readonly file: MemoryFile
  at: number
}

/**
 * Runs a WASI command (preview 1) from its start to its end, in a world that is the same every time: its arguments, a folder
 * of files in memory, a clock that stands at 0. A new instance each time: nothing is left over from what ran before.
 * @param args without the program's own name.
 * @param given files in the folder, by name.
 * @param prepare may change the memory before the program starts.
 * @throws WebAssembly.RuntimeError when the program traps.
 */
export function runWasi(
  module: WebAssembly.Module,
  args: readonly string[],
  given: Readonly<Record<string, Uint8Array>> = {},
  prepare: (memory: WebAssembly.Memory) => void = () => {},
): WasiRun {
  const encoder = new TextEncoder()
  const argv = ['program', ...args].map((a) => encoder.encode(`${a}\0`))
  const files = new Map(Object.entries(given).map(([name, bytes]) => [name, new MemoryFile(bytes.slice())]))
  const standard = new MemoryFile()
  const open = new Map<number, Open>([
    [0, { file: new MemoryFile(), at: 0 }],
    [1, { file: standard, at: 0 }],
    [2, { file: new MemoryFile(), at: 0 }],
  ])
  let next = ROOT + 1
  const view = () => new DataView(memory.buffer)
  const bytes = (at: number, length: number) => new Uint8Array(memory.buffer, at, length)
  /** Buffers of a vectored read or write. */
  const vectors = (at: number, count: number) =>
    Array.from({ length: count }, (_, i) => bytes(view().getUint32(at + 8 * i, true), view().getUint32(at + 8 * i + 4, true)))
  const put32 = (at: number, value: number) => view().setUint32(at, value, true)
  const put64 = (at: number, value: bigint) => view().setBigUint64(at, value, true)

  const wasi = {
    args_sizes_get(count: number, size: number) {
      put32(count, argv.length)
      put32(
        size,
        argv.reduce((sum, a) => sum + a.length, 0),
      )
      return 0
    },
    args_get(pointers: number, buffer: number) {
      let at = buffer
      argv.forEach((a, i) => {
        put32(pointers + 4 * i, at)
        bytes(at, a.length).set(a)
        at += a.length
      })
      return 0
    },
    clock_time_get(_clock: number, _precision: bigint, at: number) {
      put64(at, 0n)
      return 0
    },
    fd_prestat_get(fd: number, at: number) {
      if (fd !== ROOT) return BAD_FILE
      put32(at, 0)
      put32(at + 4, 1)
      return 0
    },
    fd_prestat_dir_name(_fd: number, at: number) {
      bytes(at, 1)[0] = 47
      return 0
    },
    fd_fdstat_get(fd: number, at: number) {
      bytes(at, 24).fill(0)
      view().setUint8(at, fd === ROOT ? FOLDER : fd < ROOT ? CHARACTERS : REGULAR)
      put64(at + 8, 0xffffffffffffffffn)
      put64(at + 16, 0xffffffffffffffffn)
      return 0
    },
    fd_fdstat_set_flags: () => 0,
    path_open(_dir: number, _lookup: number, path: number, length: number, flags: number, _b: bigint, _i: bigint, _f: number, at: number) {
      const name = new TextDecoder().decode(bytes(path, length))
      let file = files.get(name)
      if (!file && (flags & CREATE) === 0) return NO_ENTRY
      if (!file || (flags & TRUNCATE) !== 0) {
        file = new MemoryFile()
        files.set(name, file)
      }
      open.set(next, { file, at: 0 })
      put32(at, next++)
      return 0
    },
    fd_close: (fd: number) => (open.delete(fd) ? 0 : BAD_FILE),
    fd_seek(fd: number, offset: bigint, whence: number, at: number) {
      const o = open.get(fd)
      if (!o) return BAD_FILE
      if (fd < ROOT) return NOT_SEEKABLE
      o.at = Number(offset) + (whence === 0 ? 0 : whence === 1 ? o.at : o.file.length)
      put64(at, BigInt(o.at))
      return 0
    },
    fd_read(fd: number, at: number, count: number, done: number) {
      const o = open.get(fd)
      if (!o) return BAD_FILE
      let sum = 0
      for (const buffer of vectors(at, count)) {
        const piece = o.file.bytes.subarray(o.at, o.at + buffer.length)
        buffer.set(piece)
        o.at += piece.length
        sum += piece.length
      }
      put32(done, sum)
      return 0
    },
    fd_write(fd: number, at: number, count: number, done: number) {
      const o = open.get(fd)
      if (!o) return BAD_FILE
      let sum = 0
      for (const buffer of vectors(at, count)) {
        o.file.write(o.at, buffer)
        o.at += buffer.length
        sum += buffer.length
      }
      put32(done, sum)
      return 0
    },
    proc_exit(status: number): never {
      throw new Exit(status)
    },
  }
  const { exports } = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi })
  const memory = exports.memory as WebAssembly.Memory
  prepare(memory)
  let status = 0
  try {
    ;(exports._start as () => void)()
  } catch (e) {
    if (!(e instanceof Exit)) throw e
    status = e.status
  }
  return {
    status,
    stdout: new TextDecoder().decode(standard.bytes),
    files: new Map([...files].map(([name, file]) => [name, file.bytes])),
  }
}
