package vn.lienthong.node.dropfolder.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FolderPropertiesTest {

    @Test
    void readsFoldersFromText() {
        FolderProperties read = bind(Map.of(
                "lienthong.dropfolder.folders[0].agency", "H37.02.02",
                "lienthong.dropfolder.folders[0].path", "/srv/lienthong/a",
                "lienthong.dropfolder.folders[1].agency", "H37.02.03",
                "lienthong.dropfolder.folders[1].path", "/srv/lienthong/b",
                "lienthong.dropfolder.folders[1].format", "edxml",
                "lienthong.dropfolder.pause", "500ms"));

        assertThat(read.folders())
                .containsExactly(
                        new FolderProperties.Folder(
                                "H37.02.02", Path.of("/srv/lienthong/a"), FolderProperties.Format.FILES),
                        new FolderProperties.Folder(
                                "H37.02.03", Path.of("/srv/lienthong/b"), FolderProperties.Format.EDXML));
        assertThat(read.pause()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void needsNoFolder() {
        assertThat(bind(Map.of()).folders()).isEmpty();
    }

    private static FolderProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("lienthong.dropfolder", FolderProperties.class);
    }
}
