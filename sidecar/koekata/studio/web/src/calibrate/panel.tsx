export function CalibratePanel() { return null; }
