package vn.lienthong.node.storage.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.storage.OrphanSweep;
import vn.lienthong.node.storage.PayloadStore;
import vn.lienthong.node.storage.ReferencedPayloads;
import vn.lienthong.node.storage.StorageProperties;

/** Opens the payload store that the properties ask for. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    PayloadStore payloadStore(StorageProperties properties, DataDirectory data, CrashPoints crashPoints)
            throws IOException {
        Path directory = Objects.requireNonNullElse(properties.directory(), data.payloads());
        long quota = properties.quota().toBytes();
        return FilePayloadStore.open(directory, quota, properties.diskReserve().toBytes(), crashPoints);
    }

    @Bean
    OrphanSweep orphanSweep(
            PayloadStore store,
            ObjectProvider<ReferencedPayloads> references,
            InstantSource clock,
            StorageProperties properties) {
        return new OrphanSweep(store, references.stream().toList(), clock, properties.grace());
    }
}
