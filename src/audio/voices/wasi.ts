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
 * A WASI command (preview 1) that can be run again and again, each time in a world that is the same: its arguments, a folder of
 * files in memory, a clock that stands at 0, and memory as it was before it first ran. Nothing is left over from what ran before.
 */
export class WasiProgram {
  readonly #module: WebAssembly.Module
  readonly #prepare: (memory: ArrayBuffer) => void
  #ready: { readonly world: World; readonly start: () => void; readonly fresh: Uint8Array } | undefined

  /** @param prepare may change the memory that every run starts with. */
  constructor(module: WebAssembly.Module, prepare: (memory: ArrayBuffer) => void = () => {}) {
    this.#module = module
    this.#prepare = prepare
  }

  /**
   * Runs it from its start to its end.
   * @param args without the program's own name.
   * @param given files in the folder, by name.
   * @throws WebAssembly.RuntimeError when the program traps.
   */
  run(args: readonly string[], given: Readonly<Record<string, Uint8Array>> = {}): WasiRun {
    this.#ready ??= this.#instance()
    const { world, start, fresh } = this.#ready
    world.begin(args, given)
    let status = 0
    try {
      start()
      const bytes = new Uint8Array(world.memory.buffer)
      bytes.set(fresh)
      bytes.fill(0, fresh.length)
    } catch (e) {
      // Cut off in its midst: its stack is not where it was.
      this.#ready = undefined
      if (!(e instanceof Exit)) throw e
      status = e.status
    }
    return { status, ...world.left() }
  }

  #instance() {
    const world = new World()
    const { exports } = new WebAssembly.Instance(this.#module, { wasi_snapshot_preview1: world.calls })
    world.memory = exports.memory as WebAssembly.Memory
    this.#prepare(world.memory.buffer)
    return { world, start: exports._start as () => void, fresh: new Uint8Array(world.memory.buffer.slice(0)) }
  }
}

/** All that a program sees. */
class World {
  /** Set before anything begins. */
  memory = new WebAssembly.Memory({ initial: 0 })
  #argv: readonly Uint8Array[] = []
  #files = new Map<string, MemoryFile>()
  #open = new Map<number, Open>()
  #standard = new MemoryFile()
  #next = ROOT + 1

  /** As it is when a program starts. */
  begin(args: readonly string[], given: Readonly<Record<string, Uint8Array>>): void {
    const encoder = new TextEncoder()
    this.#argv = ['program', ...args].map((a) => encoder.encode(`${a}\0`))
    this.#files = new Map(Object.entries(given).map(([name, bytes]) => [name, new MemoryFile(bytes.slice())]))
    this.#standard = new MemoryFile()
    this.#open = new Map([new MemoryFile(), this.#standard, new MemoryFile()].map((file, fd) => [fd, { file, at: 0 }]))
    this.#next = ROOT + 1
  }

  /** What a program left behind. */
  left(): Pick<WasiRun, 'stdout' | 'files'> {
    return {
      stdout: new TextDecoder().decode(this.#standard.bytes),
      files: new Map([...this.#files].map(([name, file]) => [name, file.bytes])),
    }
  }

  /** What `wasi_snapshot_preview1` offers, as far as Flite asks for it. */
  readonly calls = {
    args_sizes_get: (count: number, size: number) => {
      this.#put32(count, this.#argv.length)
      this.#put32(
        size,
        this.#argv.reduce((sum, a) => sum + a.length, 0),
      )
      return 0
    },
    args_get: (pointers: number, buffer: number) => {
      let at = buffer
      this.#argv.forEach((a, i) => {
        this.#put32(pointers + 4 * i, at)
        this.#bytes(at, a.length).set(a)
        at += a.length
      })
      return 0
    },
    clock_time_get: (_clock: number, _precision: bigint, at: number) => {
      this.#put64(at, 0n)
      return 0
    },
    fd_prestat_get: (fd: number, at: number) => {
      if (fd !== ROOT) return BAD_FILE
      this.#put32(at, 0)
      this.#put32(at + 4, 1)
      return 0
    },
    fd_prestat_dir_name: (_fd: number, at: number) => {
      this.#bytes(at, 1)[0] = 47
      return 0
    },
    fd_fdstat_get: (fd: number, at: number) => {
      this.#bytes(at, 24).fill(0)
      this.#view().setUint8(at, fd === ROOT ? FOLDER : fd < ROOT ? CHARACTERS : REGULAR)
      this.#put64(at + 8, 0xffffffffffffffffn)
      this.#put64(at + 16, 0xffffffffffffffffn)
      return 0
    },
    fd_fdstat_set_flags: () => 0,
    path_open: (
      _dir: number,
      _lookup: number,
      path: number,
      length: number,
      flags: number,
      _b: bigint,
      _i: bigint,
      _f: number,
      at: number,
    ) => {
      const name = new TextDecoder().decode(this.#bytes(path, length))
      let file = this.#files.get(name)
      if (!file && (flags & CREATE) === 0) return NO_ENTRY
      if (!file || (flags & TRUNCATE) !== 0) {
        file = new MemoryFile()
        this.#files.set(name, file)
      }
      this.#open.set(this.#next, { file, at: 0 })
      this.#put32(at, this.#next++)
      return 0
    },
    fd_close: (fd: number) => (this.#open.delete(fd) ? 0 : BAD_FILE),
    fd_seek: (fd: number, offset: bigint, whence: number, at: number) => {
      const o = this.#open.get(fd)
      if (!o) return BAD_FILE
      if (fd < ROOT) return NOT_SEEKABLE
      o.at = Number(offset) + (whence === 0 ? 0 : whence === 1 ? o.at : o.file.length)
      this.#put64(at, BigInt(o.at))
      return 0
    },
    fd_read: (fd: number, at: number, count: number, done: number) => {
      const o = this.#open.get(fd)
      if (!o) return BAD_FILE
      let sum = 0
      for (const buffer of this.#vectors(at, count)) {
        const piece = o.file.bytes.subarray(o.at, o.at + buffer.length)
        buffer.set(piece)
        o.at += piece.length
        sum += piece.length
      }
      this.#put32(done, sum)
      return 0
    },
    fd_write: (fd: number, at: number, count: number, done: number) => {
      const o = this.#open.get(fd)
      if (!o) return BAD_FILE
      let sum = 0
      for (const buffer of this.#vectors(at, count)) {
        o.file.write(o.at, buffer)
        o.at += buffer.length
        sum += buffer.length
      }
      this.#put32(done, sum)
      return 0
    },
    proc_exit: (status: number): never => {
      throw new Exit(status)
    },
  }

  #view(): DataView {
    return new DataView(this.memory.buffer)
  }

  #bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, at, length)
  }

  #put32(at: number, value: number): void {
    this.#view().setUint32(at, value, true)
  }

  #put64(at: number, value: bigint): void {
    this.#view().setBigUint64(at, value, true)
  }

  /** Buffers of a vectored read or write. */
  #vectors(at: number, count: number): Uint8Array[] {
    const view = this.#view()
    return Array.from({ length: count }, (_, i) => this.#bytes(view.getUint32(at + 8 * i, true), view.getUint32(at + 8 * i + 4, true)))
  }
}
