package vn.lienthong.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;
import vn.lienthong.node.database.DatabaseProperties;
import vn.lienthong.node.listener.ListenerProperties;
import vn.lienthong.node.platform.PlatformProperties;
import vn.lienthong.node.platform.Role;
import vn.lienthong.node.storage.StorageProperties;

/** The settings as texts, which is how the command line and files bring them. */
class SettingsTest {

    @Test
    void readsEverySettingFromText() {
        DatabaseProperties database = bind(
                "lienthong.database",
                DatabaseProperties.class,
                Map.of(
                        "lienthong.database.url", "jdbc:mariadb://db/lt",
                        "lienthong.database.password-file", "/etc/secret",
                        "lienthong.database.binaries", "/opt/mariadb",
                        "lienthong.database.buffer-pool", "64MB"));
        assertThat(database.url()).isEqualTo("jdbc:mariadb://db/lt");
        assertThat(database.passwordFile()).isEqualTo(Path.of("/etc/secret"));
        assertThat(database.binaries()).isEqualTo(Path.of("/opt/mariadb"));
        assertThat(database.bufferPool()).isEqualTo(DataSize.ofMegabytes(64));
        StorageProperties storage = bind(
                "lienthong.storage",
                StorageProperties.class,
                Map.of(
                        "lienthong.storage.directory", "/srv/payloads",
                        "lienthong.storage.quota", "500GB",
                        "lienthong.storage.grace", "2h"));
        assertThat(storage.directory()).isEqualTo(Path.of("/srv/payloads"));
        assertThat(storage.quota()).isEqualTo(DataSize.ofGigabytes(500));
        PlatformProperties platform =
                bind("lienthong", PlatformProperties.class, Map.of("lienthong.role", "DIRECTORY"));
        assertThat(platform.role()).isEqualTo(Role.DIRECTORY);
    }

    @Test
    void needsNone() {
        assertThat(bind("lienthong.database", DatabaseProperties.class, Map.of())
                        .url())
                .isNull();
        assertThat(bind("lienthong.storage", StorageProperties.class, Map.of()).directory())
                .isNull();
        assertThat(bind("lienthong.listener", ListenerProperties.class, Map.of())
                        .exchangePort())
                .isEqualTo(8444);
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(prefix, type);
    }
}
