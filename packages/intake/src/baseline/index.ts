export { type BankBaselineTerms, bankBaseline } from './bank-baseline.js';
export { PEER_RATIOS, type PeerAmounts, type PeerRatioRule } from './peer-ratios.js';
export {
  PEER_PERCENTILES,
  type PeerGroup,
  peerGroup,
  peerStanding,
  quantile,
  SIZE_GROUPS,
} from './peer-standing.js';
