package vn.lienthong.node.storage;

import java.time.Instant;
import java.time.InstantSource;
import vn.lienthong.node.testing.InMemoryPayloadStore;

class InMemoryPayloadStoreTest implements PayloadStoreContract {

    @Override
    public PayloadStore store(long quota) {
        return new InMemoryPayloadStore(quota, InstantSource.fixed(Instant.parse("2026-11-21T08:00:00Z")));
    }
}
