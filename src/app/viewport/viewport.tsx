import { OrbitControls } from '@react-three/drei'
import { Canvas, extend, useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, useState } from 'react'
import * as THREE from 'three/webgpu'
import { useStore } from 'zustand'
import { NoGpuError } from '../../render'
import { filmStore, shotAt } from '../store/film-store'
import { studio } from '../store/studio'
import { messageOf } from '../store/words'
import { FilmView } from './film-view'

extend(THREE as unknown as Parameters<typeof extend>[0])

/** Makes the renderer that R3F draws with: WebGPU, set up as everywhere in the house. */
async function makeRenderer(canvas: HTMLCanvasElement): Promise<THREE.WebGPURenderer> {
  if (!navigator.gpu) throw new NoGpuError('this browser has no WebGPU')
  if (!(await navigator.gpu.requestAdapter())) throw new NoGpuError('no graphics adapter answers')
  const renderer = new THREE.WebGPURenderer({ canvas, antialias: false, alpha: false })
  await renderer.init()
  return renderer
}

/** The picture: the film through the shot's camera, or a free walk round it. Recovers by itself when the GPU is lost. */
export function Viewport() {
  const gpu = useStore(filmStore, (s) => s.gpu)
  const reason = useStore(filmStore, (s) => s.gpuReason)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    if (gpu !== 'lost') return
    const timer = setTimeout(() => setAttempt((n) => n + 1), 400)
    return () => clearTimeout(timer)
  }, [gpu])

  if (gpu === 'missing') return <NoGpu reason={reason} />
  return (
    <div className="viewport" data-testid="viewport">
      <Canvas
        key={attempt}
        dpr={1}
        flat
        linear
        frameloop="always"
        onCreated={() => filmStore.setState((s) => ({ gpu: 'ready', gpuReason: '', gpuGeneration: s.gpuGeneration + 1, drawn: undefined }))}
        gl={(props) =>
          makeRenderer(props.canvas as HTMLCanvasElement).catch((error: unknown) => {
            filmStore.setState({ gpu: 'missing', gpuReason: messageOf(error) })
            throw error
          })
        }
      >
        <Picture />
      </Canvas>
      {gpu === 'lost' && <p className="veil">The graphics card was lost. Rebuilding …</p>}
    </div>
  )
}

/** Inside the canvas: draws the film when something changed, and the free camera's controls. */
function Picture() {
  const renderer = useThree((s) => s.gl) as unknown as THREE.WebGPURenderer
  const camera = useThree((s) => s.camera) as unknown as THREE.PerspectiveCamera
  const size = useThree((s) => s.size)
  const view = useStore(filmStore, (s) => s.view)
  const [target, setTarget] = useState<[number, number, number]>()
  const film = useMemo(
    () =>
      new FilmView(
        renderer,
        (key) => studio.slice(key),
        (slice, have) => studio.parts(slice, have),
      ),
    [renderer],
  )
  useEffect(() => () => film.dispose(), [film])

  useEffect(() => {
    const { device } = renderer.backend as unknown as { device: GPUDevice }
    let here = true
    window.oneshotLoseGpu = () => device.destroy()
    void device.lost.then((info) => {
      if (here) filmStore.setState({ gpu: 'lost', gpuReason: info.message, playing: false })
    })
    return () => {
      here = false
    }
  }, [renderer])

  // The free camera starts where the shot's camera stands.
  useEffect(() => {
    if (view !== 'free') return setTarget(undefined)
    const pose = film.cameraPose()
    if (!pose) return
    camera.position.set(...pose.position)
    camera.fov = (pose.fovY * 180) / Math.PI
    camera.updateProjectionMatrix()
    setTarget([...pose.target])
  }, [view, film, camera])

  // Priority 1: R3F leaves the drawing to us.
  useFrame((_, delta) => {
    film.tick(delta, size, view === 'free' ? camera : undefined)
  }, 1)

  return view === 'free' && target ? <OrbitControls makeDefault target={target} enableDamping={false} /> : null
}

/** The state in which there is no picture, and what can still be done. */
function NoGpu({ reason }: { readonly reason: string }) {
  const shot = useStore(filmStore, (s) => shotAt(s.film, s.frame))
  return (
    <div className="viewport no-gpu" role="status" data-testid="no-gpu">
      <h2>No picture on this machine</h2>
      <p>{reason}</p>
      <p>
        Oneshot draws with WebGPU. Open this page in a current Chrome, Edge, Safari or Firefox, and switch on “Use graphics acceleration
        when available” in its settings. Meanwhile the script is read, the film is planned, and its shots are listed.
      </p>
      {shot && (
        <p>
          Shot {shot.address}: {shot.why.join('; ')}
        </p>
      )}
    </div>
  )
}
