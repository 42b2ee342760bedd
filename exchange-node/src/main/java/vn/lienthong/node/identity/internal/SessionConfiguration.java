package vn.lienthong.node.identity.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.identity.SessionLimits;

/** Reads the settings of sessions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionLimits.class)
class SessionConfiguration {}
