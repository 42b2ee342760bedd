package vn.lienthong.node.edxml.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.platform.InNodeRole;

/** Settings of edXML. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdxmlProperties.class)
class EdxmlConfiguration {}
