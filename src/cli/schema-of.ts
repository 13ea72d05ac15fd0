import type { Value, z } from '../film'

/** A type without `readonly`, `?` and undefined: what its JSON can hold. */
type Bare<T> = T extends readonly [unknown, ...unknown[]]
  ? { -readonly [K in keyof T]: Bare<T[K]> }
  : T extends readonly (infer U)[]
    ? Bare<U>[]
    : T extends object
      ? { -readonly [K in keyof T]-?: Bare<Exclude<T[K], undefined>> }
      : T
type Agree<S, T> = [Bare<S>, T, Bare<T>] extends [Bare<T>, S, Bare<S>] ? unknown : 'this schema and its type differ'

/** A schema of a type that is written elsewhere: it does not compile unless both say the same. */
export const schemaOf =
  <T>() =>
  <S extends z.ZodType>(schema: S & Agree<Value<z.infer<S>>, T>): S =>
    schema
