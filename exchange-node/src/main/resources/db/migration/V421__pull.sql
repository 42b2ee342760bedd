-- What waits for a node that fetches its parcels itself is found by the node, when it asks.

create index shipment_of_node on shipment (target_node, state, next_attempt_at);
