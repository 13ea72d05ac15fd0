export {
  EQUIPMENT_KINDS,
  type EquipmentItem,
  type EquipmentKind,
  type EquipmentList,
  equipmentList,
  type ShootingDay,
  type ShotEquipment,
} from './equipment-list'
export { equipmentPaper, equipmentRows } from './equipment-paper'
