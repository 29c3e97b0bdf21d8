export { ACCEPTED_CONFIDENCE, inferMapping } from './infer-mapping.js';
export type { MappingProposal, OpenTerm, ProposalLine, ProposalSection } from './proposal.js';
export { proposalText } from './proposal-text.js';
