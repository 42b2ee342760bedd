package vn.lienthong.node.dropfolder.internal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.edxml.Quarantine;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;

/** Looks at every folder again and again; one that cannot be used does not keep the others from their turn. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FolderProperties.class)
class FolderRounds {

    private static final String NAME = "dropfolder";

    @Bean
    FolderParts folderParts(
            DropSending sending,
            Inbox inbox,
            ArrivalWriter writer,
            Quarantine quarantine,
            StatusWriter statuses,
            InstantSource clock,
            CrashPoints crash) {
        return new FolderParts(sending, inbox, writer, quarantine, statuses, clock, crash);
    }

    @Bean
    Rounds dropfolderRounds(FolderProperties properties, FolderParts parts) {
        List<AgencyFolder> folders = properties.folders().stream()
                .map(folder -> new AgencyFolder(folder, parts))
                .toList();
        return Rounds.afterPause(NAME, properties.pause(), () -> Turns.each(folders, AgencyFolder::round));
    }

    @Bean
    FolderWatch folderWatch(FolderProperties properties, @Qualifier("dropfolderRounds") Rounds rounds) {
        List<Path> paths =
                properties.folders().stream().map(FolderProperties.Folder::path).toList();
        return new FolderWatch(paths, rounds);
    }
}
