/** A binary heap of cells by cost; equal costs leave in order of cell number. */
export class CellHeap {
  private readonly cells: number[] = []
  private readonly costs: number[] = []
  private less(a: number, b: number): boolean {
    return this.costs[a]! < this.costs[b]! || (this.costs[a] === this.costs[b] && this.cells[a]! < this.cells[b]!)
  }
  private swap(a: number, b: number): void {
    const c = this.cells[a]!
    const k = this.costs[a]!
    this.cells[a] = this.cells[b]!
    this.costs[a] = this.costs[b]!
    this.cells[b] = c
    this.costs[b] = k
  }
  push(cell: number, cost: number): void {
    this.cells.push(cell)
    this.costs.push(cost)
    let i = this.cells.length - 1
    while (i > 0 && this.less(i, (i - 1) >> 1)) {
      this.swap(i, (i - 1) >> 1)
      i = (i - 1) >> 1
    }
  }
  pop(): number | undefined {
    if (!this.cells.length) return undefined
    this.swap(0, this.cells.length - 1)
    const out = this.cells.pop()
    this.costs.pop()
    let i = 0
    for (;;) {
      const l = 2 * i + 1
      let m = i
      if (l < this.cells.length && this.less(l, m)) m = l
      if (l + 1 < this.cells.length && this.less(l + 1, m)) m = l + 1
      if (m === i) return out
      this.swap(i, m)
      i = m
    }
  }
}
