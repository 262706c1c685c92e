package app.parley.service.port;

import app.parley.service.ServiceSettings;
import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.HttpHandler;

/** The internal port of every service. */
@AutoConfiguration
@EnableConfigurationProperties(ServiceSettings.class)
class InternalPortAutoConfiguration {

    @Bean
    InternalAccess internalAccess(ServiceSettings settings) {
        return new InternalAccess(settings);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = Type.REACTIVE)
    static class Reactive {

        @Bean
        ReactiveInternalServer internalServer(ServiceSettings settings, HttpHandler handler) {
            return new ReactiveInternalServer(settings, handler);
        }

        @Bean
        InternalPort internalPort(ObjectProvider<ReactiveInternalServer> server) {
            return () -> server.getObject().port();
        }

        @Bean
        ReactiveInternalFilter internalFilter(InternalAccess access, InternalPort port) {
            return new ReactiveInternalFilter(access, port::number);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = Type.SERVLET)
    static class Servlet {

        private final Connector connector = new Connector();

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> internalConnector(ServiceSettings settings) {
            connector.setPort(settings.internalPort());
            if (settings.internalAddress() != null) {
                connector.setProperty("address", settings.internalAddress().getHostAddress());
            }
            return factory -> factory.addAdditionalConnectors(connector);
        }

        @Bean
        InternalPort internalPort() {
            return connector::getLocalPort;
        }

        @Bean
        FilterRegistrationBean<ServletInternalFilter> internalFilter(InternalAccess access, InternalPort port) {
            var registration = new FilterRegistrationBean<>(new ServletInternalFilter(access, port::number));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }
}
