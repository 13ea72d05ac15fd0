import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { masterText } from '../../src/app/store/master-text'

describe('the master file a screenplay stands for', () => {
  const json = JSON.stringify({
    schema: 'Production',
    meta: { id: 'now', title: 'Now: a film', author: '', version: '1' },
    style: { preset: 'hollywood', mood: [], contrast: 1 },
    target_format: 'web',
    aspect: 1.777778,
    fps: '24',
    shots: 'auto',
    outputs: [{ name: 'film', style: 'hollywood', width: 1920, height: 1080, container: 'mp4', quality: 'production' }],
    render: { coarse: false, on_failure: 'stop' },
    settings: { voices: [] },
  })
  it('says what a person would write, and names the screenplay', () => {
    const read = parse(masterText(json, 'now.fountain'))
    expect(read).toMatchObject({
      meta: { title: 'Now: a film', id: 'now' },
      script: 'now.fountain',
      aspect_ratio: '16:9',
      fps: 24,
      shots: 'auto',
    })
    expect(read.outputs[0]).toMatchObject({ name: 'film', width: 1920 })
    expect(read).not.toHaveProperty('settings')
    expect(read).not.toHaveProperty('schema')
    expect(read.meta).not.toHaveProperty('author')
  })
})
