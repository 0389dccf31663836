// SPDX-License-Identifier: GPL-3.0-or-later
// A response's body that is a stretch of a file, read as it is sent (Beast's own file body knows whole files only). Internal to
// httpsession.
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/file.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/optional.hpp>

#include <algorithm>
#include <array>

namespace signalbox::simulator {

struct FileBody {
    struct value_type {
        boost::beast::file file;
        std::uint64_t length = 0;

        /// path: UTF-8.
        void open(const char *path, std::uint64_t offset, std::uint64_t bytes, boost::system::error_code &error)
        {
            length = bytes;
            file.open(path, boost::beast::file_mode::scan, error);
            if (!error)
                file.seek(offset, error);
        }
    };

    static std::uint64_t size(const value_type &body) { return body.length; }

    class writer
    {
    public:
        using const_buffers_type = boost::asio::const_buffer;

        template <bool isRequest, class Fields>
        writer(const boost::beast::http::header<isRequest, Fields> &, value_type &body) : m_body(body)
        {}
        /// The file may be opened after this was made.
        void init(boost::system::error_code &error)
        {
            error = {};
            m_left = m_body.length;
        }
        boost::optional<std::pair<const_buffers_type, bool>> get(boost::system::error_code &error)
        {
            error = {};
            const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, m_buffer.size()));
            if (wanted == 0)
                return boost::none;
            const std::size_t count = m_body.file.read(m_buffer.data(), wanted, error);
            if (!error && count == 0)
                error = boost::beast::http::error::short_read; // somebody cut the file
            if (error)
                return boost::none;
            m_left -= count;
            return {{const_buffers_type(m_buffer.data(), count), m_left > 0}};
        }

    private:
        // Larger than Beast's usual 4 kB, which makes a download of a large file eight times slower.
        static constexpr std::size_t bufferBytes = 65536;

        value_type &m_body;
        std::uint64_t m_left = 0;
        std::array<char, bufferBytes> m_buffer{};
    };
};

} // namespace signalbox::simulator
