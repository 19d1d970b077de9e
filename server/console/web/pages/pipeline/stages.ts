// The stages that are neither won nor lost, in their order.
export const openStages = ["initial", "needs", "proposal", "negotiation", "verbal"];
