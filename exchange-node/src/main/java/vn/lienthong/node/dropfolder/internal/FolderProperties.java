package vn.lienthong.node.dropfolder.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code lienthong.dropfolder}.
 *
 * @param folders the folders of agencies; none unless set
 * @param pause between two looks at a folder
 */
@ConfigurationProperties("lienthong.dropfolder")
record FolderProperties(
        @DefaultValue List<Folder> folders,
        @DefaultValue("2s") Duration pause) {

    /** Copies the list. */
    FolderProperties {
        folders = List.copyOf(folders);
    }

    /**
     * The folder of one agency.
     *
     * @param agency its code
     * @param path an absolute directory that belongs to the node's account, mode 0700
     * @param format in which form arriving documents are laid out
     */
    record Folder(
            String agency, Path path, @DefaultValue("FILES") Format format) {}

    /** The form of arriving documents. */
    enum Format {
        /** The files as they are, and their description as JSON. */
        FILES,
        /** One edXML message. */
        EDXML
    }
}
