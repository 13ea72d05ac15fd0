import { Style } from '../departments/retro'
import { CONTAINERS, SOUND_CODECS } from '../encode'
import { artifactFields, FrameRate, z } from '../film'
import {
  type ArtifactMeta as ArtifactMetaType,
  type Checkpoint as CheckpointType,
  type ErrorData as ErrorDataType,
  LOG_LEVELS,
  type LogLine as LogLineType,
  RUN_STATES,
  type RunRecord as RunRecordType,
  type RunSummary as RunSummaryType,
  TASK_STATES,
  type TaskGraph as TaskGraphType,
} from '../pipeline'
import type { SegmentList as SegmentListType } from '../production'
import { schemaOf } from './schema-of'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.int().nonnegative()
/** ISO 8601. */
const Time = z.string()

const ErrorData = schemaOf<ErrorDataType>()(
  z.object({ type: z.string(), phase: z.string(), task: z.string(), problem: z.string(), remedy: z.string() }),
)

/** How a run stands, as `list --json` tells it. */
export const RunRecord = schemaOf<RunRecordType>()(
  z.object({
    runId: z.string(),
    project: z.string(),
    title: z.string(),
    state: z.enum(RUN_STATES),
    phase: z.string(),
    startedAt: Time,
    updatedAt: Time,
    done: z.number(),
    total: z.number(),
    error: ErrorData.optional(),
  }),
)

/** `checkpoint.json`. */
export const Checkpoint = schemaOf<CheckpointType>()(
  RunRecord.extend({
    ...artifactFields('Checkpoint'),
    running: z.array(z.string()),
    ran: Count,
    reused: Count,
    holes: z.array(z.string()),
  }),
)

const Task = z.object({ task: z.string(), title: z.string() })

/** `run_summary.json`. */
export const RunSummary = schemaOf<RunSummaryType>()(
  z.object({
    ...artifactFields('RunSummary'),
    runId: z.string(),
    project: z.string(),
    title: z.string(),
    state: z.enum(RUN_STATES),
    startedAt: Time,
    endedAt: Time,
    seconds: z.number(),
    phases: z.array(z.object({ name: z.string(), seconds: z.number(), ran: Count, reused: Count, failed: Count })),
    ran: z.array(Task.extend({ why: z.string(), seconds: z.number(), attempts: Count })),
    reused: z.array(Task),
    holes: z.array(Task.extend({ error: ErrorData })),
    warnings: z.array(z.string()),
    error: ErrorData.optional(),
    artifacts: z.array(z.object({ name: z.string(), hash: Hash, bytes: Count })),
  }),
)

/** `<Artifact>.meta.json`. */
export const ArtifactMeta = schemaOf<ArtifactMetaType>()(
  z.object({
    name: z.string(),
    sha256: Hash,
    bytes: Count,
    schema: z.string().optional(),
    schemaVersion: z.string().optional(),
    parents: z.array(z.object({ name: z.string(), sha256: Hash })),
    parameters: z.unknown().optional(),
    computedBy: z.string(),
    time: Time,
  }),
)

/** One line of `log-000.ndjson`. */
export const LogLine = schemaOf<LogLineType>()(
  z.object({ time: Time, level: z.enum(LOG_LEVELS), message: z.string(), phase: z.string().optional(), task: z.string().optional() }),
)

/** The tasks of a run, as `graph --json` prints them. */
export const TaskGraph = schemaOf<TaskGraphType>()(
  z.object({
    runId: z.string(),
    phases: z.array(z.object({ name: z.string(), title: z.string(), state: z.enum(TASK_STATES), why: z.string().optional() })),
    tasks: z.array(
      z.object({
        id: z.string(),
        phase: z.string(),
        title: z.string(),
        needs: z.array(z.string()),
        inputs: z.array(z.string()),
        outputs: z.array(z.string()),
        resource: z.string(),
        units: z.number(),
        state: z.enum(TASK_STATES),
        why: z.string().optional(),
      }),
    ),
  }),
)

const Family = z.enum(['avc', 'hevc', 'vp9', 'av1'])

/** Which segments each output is made of. */
export const SegmentList = schemaOf<SegmentListType>()(
  z.object({
    ...artifactFields('SegmentList'),
    outputs: z.array(
      z.object({
        output: z.object({
          name: z.string(),
          style: Style,
          quality: z.string(),
          width: z.int().positive(),
          height: z.int().positive(),
          container: z.enum(CONTAINERS),
          fps: FrameRate.optional(),
          codec: z.enum([...Family.options, 'prores_422', 'prores_4444']).optional(),
          standIn: z.union([z.boolean(), Family]).optional(),
          sound: z.enum([...SOUND_CODECS, 'wav']).optional(),
        }),
        probe: z.object({ codec: z.string(), asked: z.string().optional(), probe: z.string(), adapter: z.string(), build: z.string() }),
        jobs: z.array(
          z.object({
            key: z.string(),
            shotKey: z.string(),
            slice: z.string(),
            address: z.string(),
            first: z.number().nonnegative(),
            frames: z.int().min(1).max(48),
            step: z.number().positive().optional(),
            retro: z.record(z.string(), z.unknown()).optional(),
            cross: z
              .object({
                kind: z.enum(['dissolve', 'wipe']),
                shotKey: z.string(),
                slice: z.string(),
                first: z.number().nonnegative(),
                at: z.number().nonnegative(),
                length: z.int().positive(),
              })
              .optional(),
          }),
        ),
      }),
    ),
  }),
)
